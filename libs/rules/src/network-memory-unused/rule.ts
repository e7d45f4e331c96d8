import { memorySizeForPeople } from '@plimsoll/units';
import { carriesDataflow } from '../dataflow-network.js';
import { bytesOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';
import { givenToManaged, seenLongEnough } from '../tuned-pools.js';

const MIN = 'taskmanager.memory.network.min';
const MAX = 'taskmanager.memory.network.max';
const MEBIBYTE = 2n ** 20n;
/** What is unused is told from this part of the process on. */
const TOLD_FROM = 20n;
/** The least that Flink takes by default. */
const LEAST = 64n * MEBIBYTE;

export const rule: Rule = {
  id: 'network-memory-unused',
  family: 'memory',
  severity: 'info',
  title: 'Most of the network memory is never used',
  why: 'Flink takes a tenth of its memory for network buffers, whatever the job exchanges. It allocates them all at the start, so nothing else can have them. A job of few subtasks uses a few megabytes of hundreds, and heap or state backend go short.',
  remedy:
    'Set taskmanager.memory.network.min and .max to what was seen in use, with room for a larger parallelism.',
  reference: 'F8.4',
  source: '3 Flink Mistakes',
  needs: ['observed'],
  since: '1.10',
  check(facts) {
    const used = facts.observed?.networkUsedBytes;
    const memory = used === undefined || !seenLongEnough(facts) ? null : facts.memory.of('taskManager');
    if (used === undefined || memory === null) return [];
    const size = memory.components.networkBytes;
    const enough = atLeast(2n * BigInt(Math.ceil(used)));
    const unused = size - enough;
    if (unused * TOLD_FROM <= memory.totalProcessBytes) return [];
    const fix = [givenToManaged(facts), bounded(facts, enough)].find(
      (one) => one !== null && carries(facts, one),
    );
    return [
      {
        message: `Network memory is ${memorySizeForPeople(size)}, and at most ${Math.ceil(used)} B of it were in use. Twice that, ${memorySizeForPeople(enough)}, would leave ${unused} B to other pools.`,
        path: facts.config.keyOf(MAX),
        evidence: [
          bytesOf('network memory', size, `/config/${facts.config.keyOf(MAX)}`),
          bytesOf('in use', BigInt(Math.ceil(used)), '/observed/networkUsedBytes'),
        ],
        ...(fix && { fix }),
      },
    ];
  },
};

/** Whole mebibytes, and no less than Flink takes by default. */
const atLeast = (bytes: bigint): bigint => {
  const whole = ((bytes + MEBIBYTE - 1n) / MEBIBYTE) * MEBIBYTE;
  return whole > LEAST ? whole : LEAST;
};

/** Whether the dataflow still has the buffers that it needs. */
function carries(facts: LintFacts, fix: Fix): boolean {
  const network = facts.memory.after('taskManager', fix)?.components.networkBytes;
  return network !== undefined && carriesDataflow(facts, network);
}

function bounded({ config, memory }: LintFacts, size: bigint): Fix | null {
  const old = [MIN, MAX].map((key) => config.keyOf(key)).filter((key) => key !== MIN && key !== MAX);
  const fix = { set: { [MIN]: `${size}b`, [MAX]: `${size}b` }, unset: old };
  return memory.after('taskManager', fix)?.components.networkBytes === size ? fix : null;
}

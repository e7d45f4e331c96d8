import { memorySizeForPeople } from '@plimsoll/units';
import { carriesDataflow } from '../dataflow-network.js';
import { bytesOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';

const MAX = 'taskmanager.memory.network.max';
/** The default maximum up to 1.16. */
const FORMER = 2n ** 30n;

export const rule: Rule = {
  id: 'network-memory-without-maximum',
  family: 'memory',
  severity: 'info',
  title: 'Network memory grows with the process, without a maximum',
  why: 'Up to 1.16 network memory was at most 1 GiB unless told otherwise. Since 1.17 it is a tenth of Flink memory however large that is. A large TaskManager gives gigabytes to buffers that few jobs fill, and after an upgrade its heap is smaller than before.',
  remedy: `Set ${MAX}: to 1 GiB as before, or to what the dataflow needs.`,
  reference: 'F8.1',
  source: 'Flink documentation',
  needs: [],
  since: '1.17',
  check(facts) {
    const { config } = facts;
    const network = facts.memory.of('taskManager')?.components.networkBytes;
    const stated = [MAX, 'taskmanager.memory.network.fraction', 'taskmanager.memory.network.min'];
    if (network === undefined || network <= FORMER || stated.some((key) => config.sets(key))) return [];
    const fix = bounded(facts);
    return [
      {
        message: `Network memory is ${memorySizeForPeople(network)}, ${network - FORMER} B more than Flink up to 1.16 would take, and nothing says how much is needed.`,
        path: MAX,
        evidence: [
          bytesOf('network memory', network, 'F8.1'),
          bytesOf('default maximum up to 1.16', FORMER, `flink:${MAX}`),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

/** As before, where the dataflow is known to need no more. */
function bounded(facts: LintFacts): Fix | null {
  if (facts.workload === undefined || !carriesDataflow(facts, FORMER)) return null;
  const fix = { set: { [MAX]: '1g' }, unset: [] };
  return facts.memory.after('taskManager', fix)?.components.networkBytes === FORMER ? fix : null;
}

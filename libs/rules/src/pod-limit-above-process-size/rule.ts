import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import { deployed, type FlinkProcess, PROCESSES } from '../processes.js';
import type { Rule, Violation } from '../rule.js';

/** Part of the limit that may be left free: for the page cache and what the container holds beside Flink. */
const FREE_SHARE = { part: 1n, of: 5n };

export const rule: Rule = {
  id: 'pod-limit-above-process-size',
  family: 'memory',
  severity: 'info',
  title: 'The pod may use much more memory than Flink takes',
  why: 'The limit of a pod was raised, or its slots were, and the process size stayed what it was. Flink never uses more than its process size, so the job gets nothing of the memory that is paid for. It still fails for want of heap or managed memory while the node has plenty.',
  remedy: 'Set the process size to the limit of the pod, and change both together.',
  reference: 'F8.1',
  source: 'Rabbit Holes 1',
  needs: ['deployment'],
  since: '1.10',
  check: (facts) => PROCESSES.flatMap((one) => unused(facts, one)),
};

function unused(facts: LintFacts, one: FlinkProcess): Violation[] {
  const limit = deployed(facts, one).podLimitBytes;
  const size = facts.memory.of(one.component)?.totalProcessBytes;
  if (limit === undefined || size === undefined) return [];
  const free = limit - size;
  if (free * FREE_SHARE.of <= limit * FREE_SHARE.part) return [];
  const key = `${one.prefix}.process.size`;
  const fix = { set: { [key]: `${limit}b` }, unset: [] };
  const grown = facts.memory.after(one.component, fix)?.totalProcessBytes === limit;
  return [
    {
      message: `The ${one.name} takes ${memorySizeForPeople(size)}, and its pod may use ${memorySizeForPeople(limit)}: ${free} B are reserved and never used. Set ${key} to the limit, or lower the limit.`,
      path: facts.config.keyOf(key),
      evidence: [
        bytesOf('process', size, `/config/${key}`),
        bytesOf('pod limit', limit, `/deployment/${one.component}/podLimitBytes`),
      ],
      ...(grown && { fix }),
    },
  ];
}

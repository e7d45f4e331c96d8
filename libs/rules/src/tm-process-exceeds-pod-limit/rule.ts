import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule, Violation } from '../rule.js';

const PROCESS_SIZE = 'taskmanager.memory.process.size';

export const rule: Rule = {
  id: 'tm-process-exceeds-pod-limit',
  family: 'memory',
  severity: 'error',
  title: 'The TaskManager is larger than its pod may be',
  why: 'Flink divides up the memory that its configuration states, whatever the pod is allowed. A process that grows into what it was promised and the pod was not is killed by the kernel (exit code 137, OOMKilled), without an exception and at the busiest moment.',
  remedy:
    'Derive taskmanager.memory.process.size from the limit of the pod, so that one cannot change without the other.',
  reference: 'F8.1',
  source: 'Rabbit Holes 1',
  needs: ['deployment'],
  check(facts) {
    const limit = facts.deployment?.taskManager?.podLimitBytes;
    const { taskManager } = facts.memory;
    if (limit === undefined || taskManager.kind !== 'ok') return [];
    const size = taskManager.value.totalProcessBytes;
    return size > limit ? [violation(facts, size, limit)] : [];
  },
};

function violation(facts: LintFacts, size: bigint, limit: bigint): Violation {
  const fix = withinLimit(facts, limit);
  return {
    message: `Flink takes ${size} B for the process and the pod may use ${limit} B, ${size - limit} B less. Set ${PROCESS_SIZE} to the limit, or raise the limit.`,
    path: facts.config.keyOf(PROCESS_SIZE),
    evidence: [
      { name: 'process', value: String(size), unit: 'bytes', from: `/config/${PROCESS_SIZE}` },
      {
        name: 'pod limit',
        value: String(limit),
        unit: 'bytes',
        from: '/deployment/taskManager/podLimitBytes',
      },
    ],
    ...(fix !== null && { fix }),
  };
}

/** The process at the limit; null where Flink would not accept that, or the deployment sets another size. */
function withinLimit({ memory }: LintFacts, limit: bigint): Fix | null {
  const fix = { set: { [PROCESS_SIZE]: `${limit}b` }, unset: [] };
  return memory.after('taskManager', fix)?.totalProcessBytes === limit ? fix : null;
}

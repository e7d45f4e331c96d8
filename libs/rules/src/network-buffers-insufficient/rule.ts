import { dataflowNetwork } from '../dataflow-network.js';
import { bytesOf, countOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import type { Rule } from '../rule.js';

const MIN = 'taskmanager.memory.network.min';
const MAX = 'taskmanager.memory.network.max';

export const rule: Rule = {
  id: 'network-buffers-insufficient',
  family: 'memory',
  severity: 'error',
  title: 'Too few network buffers for the dataflow',
  why: 'Every input channel and every subpartition of a task needs network buffers of its own before the task starts, so a shuffle needs as many as its two parallelisms multiplied. Where the TaskManager has too few, a task fails with “Insufficient number of network buffers”. The job restarts and fails again, each time.',
  remedy:
    'Set taskmanager.memory.network.min and .max to what the dataflow needs, or lower the parallelism of its shuffles.',
  reference: 'F8.3',
  source: 'Flink documentation',
  needs: ['workload'],
  since: '1.10',
  check(facts) {
    const memory = facts.workload?.edges.length === 0 ? null : facts.memory.of('taskManager');
    const buffers = memory === null ? null : dataflowNetwork(facts, memory.components.networkBytes);
    if (memory === null || buffers === null || buffers.failure === null) return [];
    const { failure, requiredBuffers, leastBuffers, availableBuffers, requiredBytes, config } = buffers;
    const fix = enlarged(facts, config, requiredBytes);
    return [
      {
        message: `The tasks of one TaskManager need ${leastBuffers} buffers at least and ${availableBuffers ?? 0} are there, ${failure.missingBuffers} too few: a task fails with “${failure.flinkMessage}”. ${requiredBuffers} are enough wherever the tasks run.`,
        path: facts.config.keyOf(MIN),
        evidence: [
          countOf('required buffers', requiredBuffers, 'F8.3'),
          countOf('available buffers', availableBuffers ?? 0, `/config/${facts.config.keyOf(MAX)}`),
          bytesOf('network memory', memory.components.networkBytes, `/config/${facts.config.keyOf(MAX)}`),
          countOf('TaskManagers', buffers.taskManagers, '/cluster/machines'),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

function enlarged({ config, memory }: LintFacts, set: Fix['set'], required: bigint): Fix | null {
  const old = [MIN, MAX].map((key) => config.keyOf(key)).filter((key) => key !== MIN && key !== MAX);
  const fix = { set, unset: old };
  const after = memory.after('taskManager', fix);
  return after !== null && after.components.networkBytes >= required ? fix : null;
}

import {
  type BufferDataflow,
  type BufferEdge,
  dataflowBuffers,
  SHIP_STRATEGIES,
  type ShipStrategy,
} from '@plimsoll/memory';
import { slotsOf } from '../embedded-memory.js';
import { bytesOf, countOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Fix } from '../finding.js';
import { taskManagersOf } from '../processes.js';
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
    const dataflow = dataflowOf(facts);
    const memory = dataflow === null ? null : facts.memory.of('taskManager');
    if (dataflow === null || memory === null) return [];
    const answer = dataflowBuffers(
      {
        flinkVersion: facts.config.flinkVersion,
        config: facts.config.entries,
        networkBytes: memory.components.networkBytes,
        slots: slotsOf(facts),
        dataflow,
      },
      false,
    );
    if (answer.kind !== 'ok' || answer.value.failure === null) return [];
    const { failure, requiredBuffers, leastBuffers, availableBuffers, requiredBytes, config } = answer.value;
    const fix = enlarged(facts, config, requiredBytes);
    return [
      {
        message: `The tasks of one TaskManager need ${leastBuffers} buffers at least and ${availableBuffers ?? 0} are there, ${failure.missingBuffers} too few: a task fails with “${failure.flinkMessage}”. ${requiredBuffers} are enough wherever the tasks run.`,
        path: facts.config.keyOf(MIN),
        evidence: [
          countOf('required buffers', requiredBuffers, 'F8.3'),
          countOf('available buffers', availableBuffers ?? 0, `/config/${facts.config.keyOf(MAX)}`),
          bytesOf('network memory', memory.components.networkBytes, `/config/${facts.config.keyOf(MAX)}`),
          countOf('TaskManagers', dataflow.taskManagers, '/cluster/machines'),
        ],
        ...(fix !== null && { fix }),
      },
    ];
  },
};

/** Null where a parallelism is not known, or a way to ship records. */
function dataflowOf(facts: LintFacts): BufferDataflow | null {
  const { workload, config, deployment } = facts;
  if (workload === undefined || workload.edges.length === 0) return null;
  const stated = config.sets('parallelism.default') ? config.number('parallelism.default') : null;
  const otherwise = deployment?.parallelism ?? stated;
  const operators: { id: string; parallelism: number }[] = [];
  for (const { id, parallelism = otherwise } of workload.operators) {
    if (parallelism === null) return null;
    operators.push({ id, parallelism });
  }
  const edges: BufferEdge[] = [];
  for (const { from, to, shipStrategy } of workload.edges) {
    if (!isStrategy(shipStrategy)) return null;
    edges.push({ from, to, shipStrategy });
  }
  const highest = Math.max(...operators.map(({ parallelism }) => parallelism));
  const taskManagers = taskManagersOf(facts) ?? Math.ceil(highest / slotsOf(facts));
  return { operators, edges, taskManagers };
}

const isStrategy = (text: string): text is ShipStrategy => SHIP_STRATEGIES.some((one) => one === text);

function enlarged({ config, memory }: LintFacts, set: Fix['set'], required: bigint): Fix | null {
  const old = [MIN, MAX].map((key) => config.keyOf(key)).filter((key) => key !== MIN && key !== MAX);
  const fix = { set, unset: old };
  const after = memory.after('taskManager', fix);
  return after !== null && after.components.networkBytes >= required ? fix : null;
}

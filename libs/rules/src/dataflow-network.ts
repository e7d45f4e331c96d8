import {
  type BufferDataflow,
  type BufferEdge,
  type DataflowBuffers,
  dataflowBuffers,
  SHIP_STRATEGIES,
  type ShipStrategy,
} from '@plimsoll/memory';
import { slotsOf } from './embedded-memory.js';
import type { LintFacts } from './facts.js';
import { taskManagersOf } from './processes.js';

/**
 * Network buffers of the TaskManager that needs most of them; null where the dataflow is not known well enough.
 * @param networkBytes that a TaskManager has for them
 */
export function dataflowNetwork(
  facts: LintFacts,
  networkBytes: bigint,
): (DataflowBuffers & { readonly taskManagers: number }) | null {
  const dataflow = dataflowOf(facts);
  if (dataflow === null) return null;
  const { flinkVersion, entries: config } = facts.config;
  const answer = dataflowBuffers(
    { flinkVersion, config, networkBytes, slots: slotsOf(facts), dataflow },
    false,
  );
  return answer.kind === 'ok' ? { ...answer.value, taskManagers: dataflow.taskManagers } : null;
}

/** Whether a size of network memory is enough for the dataflow, as far as that is known. */
export const carriesDataflow = (facts: LintFacts, networkBytes: bigint): boolean => {
  const buffers = facts.workload === undefined ? null : dataflowNetwork(facts, networkBytes);
  return buffers === null || networkBytes >= buffers.requiredBytes;
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

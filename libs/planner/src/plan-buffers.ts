import { type DataflowBuffers, dataflowBuffers } from '@plimsoll/memory';
import type { FlinkConfig } from './config-values.js';
import type { CapacityRequest } from './request.js';
import type { CapacityPlan } from './result.js';

/** The network buffers that a planned dataflow asks of its TaskManagers; null where they cannot be told. */
export function plannedBuffers(
  flinkVersion: string,
  config: FlinkConfig,
  { workload, cluster }: CapacityRequest,
  plan: CapacityPlan,
  networkBytes: bigint,
): DataflowBuffers | null {
  const perMachine = cluster.taskManagersPerMachine ?? 1;
  const placed = new Map((cluster.placement ?? []).map(({ operator, subtasks }) => [operator, subtasks]));
  const answer = dataflowBuffers({
    flinkVersion,
    config,
    networkBytes,
    networkFrom: '/memory/taskManager/components/networkBytes',
    slots: cluster.slotsPerTaskManager ?? 1,
    dataflow: {
      operators: plan.operators.map(({ id, parallelism }) => {
        const subtasks = perMachine === 1 ? placed.get(id) : undefined;
        return subtasks === undefined ? { id, parallelism } : { id, parallelism, subtasks };
      }),
      edges: workload.edges.map(({ from, to, shipStrategy }) => ({ from, to, shipStrategy })),
      taskManagers: plan.machines * perMachine,
    },
  });
  return answer.kind === 'ok' ? answer.value : null;
}

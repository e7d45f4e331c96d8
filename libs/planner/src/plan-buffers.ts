import {
  type BufferDataflow,
  type DataflowBuffers,
  dataflowBuffers,
  type Exchange,
  exchangesOn,
} from '@plimsoll/memory';
import { askedAt } from './asked-at.js';
import type { FlinkConfig } from './config-values.js';
import type { CapacityRequest } from './request.js';
import type { CapacityPlan } from './result.js';

/** Network buffers of a plan, with what was asked of them: pointers in their steps lead there. */
export interface PlannedBuffers extends DataflowBuffers {
  readonly asked: { readonly slots: number; readonly exchanges: readonly Exchange[] };
}

/** The network buffers that a planned dataflow asks of its TaskManagers; null where they cannot be told. */
export function plannedBuffers(
  flinkVersion: string,
  config: FlinkConfig,
  request: CapacityRequest,
  plan: CapacityPlan,
  networkBytes: bigint,
): PlannedBuffers | null {
  const slots = request.cluster.slotsPerTaskManager ?? 1;
  const dataflow = dataflowOf(request, plan);
  const answer = dataflowBuffers({
    flinkVersion,
    config,
    networkBytes,
    networkFrom: '/memory/taskManager/components/networkBytes',
    slots,
    dataflow,
  });
  if (answer.kind !== 'ok') return null;
  const { value } = answer;
  const steps = value.steps.map(askedAt('/memory/networkBuffers/asked'));
  return { ...value, steps, asked: { slots, exchanges: exchangesOn(dataflow, value.taskManager) } };
}

function dataflowOf({ workload, cluster }: CapacityRequest, plan: CapacityPlan): BufferDataflow {
  const perMachine = cluster.taskManagersPerMachine ?? 1;
  const placed = new Map((cluster.placement ?? []).map(({ operator, subtasks }) => [operator, subtasks]));
  return {
    operators: plan.operators.map(({ id, parallelism }) => {
      const subtasks = perMachine === 1 ? placed.get(id) : undefined;
      return subtasks === undefined ? { id, parallelism } : { id, parallelism, subtasks };
    }),
    edges: workload.edges.map(({ from, to, shipStrategy }) => ({ from, to, shipStrategy })),
    taskManagers: plan.machines * perMachine,
  };
}

import type { Rejection } from '@plimsoll/units';
import type { MemoryAnswer } from '../result.js';
import { MOST_PARALLELISM, whole } from './checks.js';
import { localChannels } from './gate-buffers.js';
import { networkBuffers } from './network-buffers.js';
import type {
  BufferDataflow,
  BufferEdge,
  BufferOperator,
  DataflowBuffersRequest,
  Exchange,
} from './request.js';
import type { DataflowBuffers, ExchangeBuffers, NetworkBuffers } from './result.js';

const MOST_TASK_MANAGERS = 100_000;

/**
 * Buffers of the TaskManager that needs most of them, of a dataflow on TaskManagers that are alike. Operators that are chained
 * exchange records without buffers.
 */
export function dataflowBuffers(
  request: DataflowBuffersRequest,
  traced = true,
): MemoryAnswer<DataflowBuffers> {
  const { dataflow, ...rest } = request;
  const rejections = dataflowRejections(dataflow);
  if (rejections.length > 0) return { kind: 'rejected', rejections };
  const first = networkBuffers({ ...rest, exchanges: exchangesOn(dataflow, 0) }, false);
  if (first.kind !== 'ok') return first;
  const taskManager = busiest(dataflow, first.value);
  const answer = networkBuffers({ ...rest, exchanges: exchangesOn(dataflow, taskManager) }, traced);
  return answer.kind === 'ok' ? { kind: 'ok', value: { ...answer.value, taskManager } } : answer;
}

/** The TaskManager that needs most buffers to start; the first of several. A subtask needs the same on each. */
function busiest(dataflow: BufferDataflow, first: NetworkBuffers): number {
  let taskManager = 0;
  let most = first.leastBuffers;
  for (const other of unlikeOthers(dataflow)) {
    const least = leastBuffers(first.exchanges, exchangesOn(dataflow, other));
    if (least <= most) continue;
    most = least;
    taskManager = other;
  }
  return taskManager;
}

/** The sum that `networkBuffers` derives, from what a subtask needs. */
function leastBuffers(sizes: readonly ExchangeBuffers[], exchanges: readonly Exchange[]): number {
  let least = 0;
  exchanges.forEach((exchange, at) => {
    const size = sizes[at];
    if (size === undefined) return;
    const { channels, required, exclusivePerChannel } = size.gate;
    const ofGate = required - exclusivePerChannel * localChannels(exchange, channels);
    least += exchange.downstreamSubtasks * ofGate + exchange.upstreamSubtasks * size.partition.required;
  });
  return least;
}

/** The exchanges that one TaskManager has a part in: edges that are not chained. */
export function exchangesOn({ operators, edges, taskManagers }: BufferDataflow, at: number): Exchange[] {
  const byId = new Map(operators.map((operator) => [operator.id, operator]));
  return edges.flatMap((edge) => {
    const [upstream, downstream] = [byId.get(edge.from), byId.get(edge.to)];
    if (upstream === undefined || downstream === undefined || isChained(edge, upstream, downstream))
      return [];
    return [
      {
        from: edge.from,
        to: edge.to,
        shipStrategy: edge.shipStrategy,
        upstreamParallelism: upstream.parallelism,
        downstreamParallelism: downstream.parallelism,
        upstreamSubtasks: subtasksOn(upstream, taskManagers, at),
        downstreamSubtasks: subtasksOn(downstream, taskManagers, at),
        mode: edge.mode,
      },
    ];
  });
}

const isChained = (edge: BufferEdge, upstream: BufferOperator, downstream: BufferOperator): boolean =>
  edge.chained ?? (edge.shipStrategy === 'FORWARD' && upstream.parallelism === downstream.parallelism);

/** The first ones have one more where they do not come out even. */
function subtasksOn({ parallelism, subtasks }: BufferOperator, taskManagers: number, at: number): number {
  if (subtasks !== undefined) return subtasks[at] ?? 0;
  return Math.floor(parallelism / taskManagers) + (at < parallelism % taskManagers ? 1 : 0);
}

/** TaskManagers that differ from all before them. Where operators are spread evenly, none has more than the first. */
function unlikeOthers({ operators, taskManagers }: BufferDataflow): number[] {
  if (operators.every(({ subtasks }) => subtasks === undefined)) return [];
  const seen = new Set<string>();
  const unlike: number[] = [];
  for (let at = 0; at < taskManagers; at++) {
    const placement = operators.map((operator) => subtasksOn(operator, taskManagers, at)).join();
    if (seen.has(placement)) continue;
    seen.add(placement);
    unlike.push(at);
  }
  return unlike;
}

function dataflowRejections({ operators, edges, taskManagers }: BufferDataflow): Rejection[] {
  const ids = new Set<string>();
  const rejections = whole('/dataflow/taskManagers', taskManagers, 1, MOST_TASK_MANAGERS);
  operators.forEach(({ id, parallelism, subtasks }, at) => {
    const pointer = `/dataflow/operators/${at}`;
    if (ids.has(id)) rejections.push({ pointer: `${pointer}/id`, message: 'stands twice', received: id });
    ids.add(id);
    rejections.push(...whole(`${pointer}/parallelism`, parallelism, 1, MOST_PARALLELISM));
    if (subtasks !== undefined)
      rejections.push(...placementRejections(pointer, parallelism, subtasks, taskManagers));
  });
  edges.forEach(({ from, to }, at) => {
    for (const [end, id] of [['from', from] as const, ['to', to] as const]) {
      if (ids.has(id)) continue;
      rejections.push({ pointer: `/dataflow/edges/${at}/${end}`, message: 'is no operator', received: id });
    }
  });
  return rejections;
}

function placementRejections(
  pointer: string,
  parallelism: number,
  subtasks: readonly number[],
  taskManagers: number,
): Rejection[] {
  const placed = subtasks.reduce((sum, count) => sum + count, 0);
  const message =
    subtasks.length !== taskManagers
      ? `has ${subtasks.length} entries for ${taskManagers} TaskManagers`
      : `places ${placed} subtasks where the parallelism is ${parallelism}`;
  const counts = subtasks.every((count) => Number.isSafeInteger(count) && count >= 0);
  if (counts && placed === parallelism && subtasks.length === taskManagers) return [];
  return [
    {
      pointer: `${pointer}/subtasks`,
      message: counts ? message : 'must be whole numbers from 0',
      received: subtasks,
    },
  ];
}

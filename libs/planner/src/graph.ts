import type { Edge, Operator, Workload } from './request.js';

/** An edge of the dataflow with the places of its ends and the id that its flows carry. */
export interface Exchange {
  readonly index: number;
  readonly edge: Edge;
  readonly from: number;
  readonly to: number;
  /** Whose subtasks receive, by its place in a deployment: the operator, or for GLOBAL its first subtask alone. */
  readonly receiver: number;
  /** `events->perUser`; the second edge between two operators is `events->perUser->2`. */
  readonly id: string;
}

/** The dataflow as a graph over the operators' places in the request. */
export interface Graph {
  readonly operators: readonly Operator[];
  readonly exchanges: readonly Exchange[];
  readonly inputs: readonly (readonly Exchange[])[];
  readonly outputs: readonly (readonly Exchange[])[];
  /** Places of the operators, each after all that feed it; ties in the order of the request. */
  readonly order: readonly number[];
  /** Operators whose first subtask stands in a deployment by itself, behind all operators: those that a GLOBAL edge leads to. */
  readonly firstSubtasks: readonly number[];
}

/**
 * The graph of a workload whose ids are unique and whose edges have both ends.
 * @returns the graph; `order` is shorter than `operators` where a cycle keeps some from ever being ready
 */
export function graphOf(workload: Workload): Graph {
  const places = new Map(workload.operators.map((operator, index) => [operator.id, index]));
  const inputs: Exchange[][] = workload.operators.map(() => []);
  const outputs: Exchange[][] = workload.operators.map(() => []);
  const seen = new Map<string, number>();
  const exchanges: Exchange[] = [];
  const firstSubtasks: number[] = [];
  const receiverOf = (edge: Edge, to: number): number => {
    if (edge.shipStrategy !== 'GLOBAL') return to;
    if (!firstSubtasks.includes(to)) firstSubtasks.push(to);
    return workload.operators.length + firstSubtasks.indexOf(to);
  };
  workload.edges.forEach((edge, index) => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    if (from === undefined || to === undefined) return;
    const name = `${edge.from}->${edge.to}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const receiver = receiverOf(edge, to);
    const exchange = { index, edge, from, to, receiver, id: nth === 1 ? name : `${name}->${nth}` };
    exchanges.push(exchange);
    inputs[to]?.push(exchange);
    outputs[from]?.push(exchange);
  });
  const order = topologicalOrder(inputs, outputs);
  return { operators: workload.operators, exchanges, inputs, outputs, order, firstSubtasks };
}

function topologicalOrder(inputs: readonly Exchange[][], outputs: readonly Exchange[][]): number[] {
  const waiting = inputs.map((edges) => edges.length);
  const order: number[] = [];
  waiting.forEach((count, index) => {
    if (count === 0) order.push(index);
  });
  for (let next = 0; next < order.length; next++) {
    for (const { to } of outputs[order[next] ?? 0] ?? []) {
      const left = (waiting[to] ?? 0) - 1;
      waiting[to] = left;
      if (left === 0) order.push(to);
    }
  }
  return order;
}

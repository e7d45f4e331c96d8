import { type Graph, graphOf } from './graph.js';
import { type Judge, SHARE } from './judge.js';
import type { CapacityRequest } from './request.js';

/** The dataflow as a whole: unique ids, edges with two ends, no cycle, inputs where they belong, FORWARD between equals. */
export function checkGraph(judge: Judge, request: CapacityRequest): Graph | null {
  const { operators, edges } = request.workload;
  const ids = new Map<string, number>();
  operators.forEach((operator, index) => {
    const first = ids.get(operator.id);
    if (first === undefined) ids.set(operator.id, index);
    else
      judge.reject(`/workload/operators/${index}/id`, `is the id of operator ${first} already`, operator.id);
  });
  edges.forEach((edge, index) => {
    const at = `/workload/edges/${index}`;
    judge.within(`${at}/share`, edge.share, SHARE);
    for (const end of ['from', 'to'] as const) {
      if (!ids.has(edge[end])) judge.reject(`${at}/${end}`, 'names no operator of the workload', edge[end]);
    }
    if (operators[ids.get(edge.from) ?? -1]?.kind === 'sink') {
      judge.reject(`${at}/from`, 'is a sink, which feeds nothing', edge.from);
    }
    if (operators[ids.get(edge.to) ?? -1]?.kind === 'source') {
      judge.reject(`${at}/to`, 'is a source, which takes no input', edge.to);
    }
  });
  if (ids.size < operators.length) return null;
  const graph = graphOf(request.workload);
  checkInputs(judge, graph);
  checkCycles(judge, graph);
  checkForward(judge, request, graph);
  return graph;
}

function checkInputs(judge: Judge, graph: Graph): void {
  graph.operators.forEach((operator, index) => {
    const inputs = graph.inputs[index]?.length ?? 0;
    const at = `/workload/operators/${index}`;
    if (operator.kind !== 'source' && inputs === 0) {
      judge.reject(at, `is a ${operator.kind} that no edge leads to`, operator.id);
    } else if (operator.kind === 'join' && inputs !== 2) {
      judge.reject(
        at,
        `is a join and needs two incoming edges, the first of which is its left side; it has ${inputs}`,
        operator.id,
      );
    }
  });
}

function checkCycles(judge: Judge, graph: Graph): void {
  if (graph.order.length === graph.operators.length) return;
  const ordered = new Set(graph.order);
  const cyclic = graph.exchanges.find(({ from, to }) => !ordered.has(from) && !ordered.has(to));
  const caught = graph.operators.filter((_, index) => !ordered.has(index)).map(({ id }) => id);
  judge.reject(
    cyclic === undefined ? '/workload/edges' : `/workload/edges/${cyclic.index}`,
    `is on a cycle or behind one, among ${caught.slice(0, 10).join(', ')}: a dataflow must not lead back to itself`,
  );
}

/** Unequal parallelism is refused where both ends are known: given, placed, or all slots of the given machines. */
function checkForward(judge: Judge, request: CapacityRequest, graph: Graph): void {
  const { cluster } = request;
  const slots =
    cluster.machines === undefined
      ? undefined
      : cluster.machines * (cluster.taskManagersPerMachine ?? 1) * (cluster.slotsPerTaskManager ?? 1);
  const placed = new Map(
    (cluster.placement ?? []).map((row) => [
      row.operator,
      row.subtasks.reduce((sum, count) => sum + count, 0),
    ]),
  );
  const parallelism = graph.operators.map(
    (operator) => operator.parallelism ?? placed.get(operator.id) ?? slots,
  );
  for (const { edge, index, from, to } of graph.exchanges) {
    const [sender, receiver] = [parallelism[from], parallelism[to]];
    if (
      edge.shipStrategy !== 'FORWARD' ||
      sender === undefined ||
      receiver === undefined ||
      sender === receiver
    )
      continue;
    judge.reject(
      `/workload/edges/${index}/shipStrategy`,
      `is FORWARD between parallelism ${sender} and ${receiver}; make them equal, or use REBALANCE or RESCALE`,
      edge.shipStrategy,
    );
  }
}

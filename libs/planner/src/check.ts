import type { Rejection } from '@plimsoll/units';
import { checkCluster } from './check-cluster.js';
import { checkGraph } from './check-graph.js';
import { checkOperator } from './check-operator.js';
import type { Graph } from './graph.js';
import { Judge } from './judge.js';
import { type CapacityRequest, LIMITS } from './request.js';

/**
 * Every reason why a request that can be read cannot be planned: values out of bounds, fields that do not belong together, a
 * dataflow that is none. Empty: it can be planned.
 */
export const check = (request: CapacityRequest): readonly Rejection[] => checked(request).rejections;

/** The same, with the graph that was made on the way; null where there is none. */
export function checked(request: CapacityRequest): { rejections: readonly Rejection[]; graph: Graph | null } {
  const judge = new Judge();
  const { operators, edges } = request.workload;
  if (operators.length === 0) judge.reject('/workload/operators', 'must hold at least one operator', 0);
  if (operators.length > LIMITS.operators) {
    judge.reject('/workload/operators', `must hold at most ${LIMITS.operators} operators`, operators.length);
  }
  if (edges.length > LIMITS.edges) {
    judge.reject('/workload/edges', `must hold at most ${LIMITS.edges} edges`, edges.length);
  }
  if (judge.rejections.length > 0) return { rejections: judge.rejections, graph: null };
  operators.forEach((operator, index) => {
    checkOperator(judge, operator, index);
  });
  checkCluster(judge, request);
  const graph = checkGraph(judge, request);
  return { rejections: judge.rejections, graph };
}

import type { Rejection } from '@plimsoll/units';
import { checkCluster } from './check-cluster.js';
import { checkGraph } from './check-graph.js';
import { checkOperator } from './check-operator.js';
import { Judge } from './judge.js';
import { type CapacityRequest, LIMITS } from './request.js';

/**
 * Every reason why a request that can be read cannot be planned: values out of bounds, fields that do not belong together, a
 * dataflow that is none. Empty: it can be planned.
 */
export function check(request: CapacityRequest): readonly Rejection[] {
  const judge = new Judge();
  const { operators, edges } = request.workload;
  if (operators.length === 0) judge.reject('/workload/operators', 'must hold at least one operator', 0);
  if (operators.length > LIMITS.operators) {
    judge.reject('/workload/operators', `must hold at most ${LIMITS.operators} operators`, operators.length);
  }
  if (edges.length > LIMITS.edges) {
    judge.reject('/workload/edges', `must hold at most ${LIMITS.edges} edges`, edges.length);
  }
  if (judge.rejections.length > 0) return judge.rejections;
  operators.forEach((operator, index) => {
    checkOperator(judge, operator, index);
  });
  checkCluster(judge, request);
  checkGraph(judge, request);
  return judge.rejections;
}

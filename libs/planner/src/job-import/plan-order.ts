import type { ValueChecks } from '@plimsoll/checkpoint';
import { graphOf } from '../graph.js';
import type { PlanVertex } from './read-plan.js';

/** Sources first; Flink lists them last. Null where there is a cycle. */
export function alongTheDataflow(
  vertices: readonly PlanVertex[],
  pointer: string,
  checks: ValueChecks,
): PlanVertex[] | null {
  const { order } = graphOf({
    operators: vertices.map((_, at) => ({ id: String(at), kind: 'process' })),
    edges: vertices.flatMap(({ inputs }, at) =>
      inputs.map(({ from, shipStrategy }) => ({ from: String(from), to: String(at), shipStrategy })),
    ),
  });
  if (order.length < vertices.length) {
    checks.reject(
      pointer,
      'must not lead back to themselves: give the answer of /jobs/:id/plan, which has no cycle',
    );
    return null;
  }
  const places = new Map(order.map((before, now) => [before, now]));
  return order.flatMap((at) => {
    const vertex = vertices[at];
    if (vertex === undefined) return [];
    const inputs = vertex.inputs.map((input) => ({ ...input, from: places.get(input.from) ?? 0 }));
    return [{ ...vertex, inputs }];
  });
}

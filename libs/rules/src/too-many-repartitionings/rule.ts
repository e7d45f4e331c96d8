import type { LintEdge, LintWorkload } from '../facts.js';
import { nameList } from '../name-list.js';
import { givenEvidence } from '../option-evidence.js';
import { grouped } from '../records-in.js';
import type { Rule } from '../rule.js';

/** A stream that is keyed, joined and spread over its sinks is repartitioned three times. */
const MOST = 3;

export const rule: Rule = {
  id: 'too-many-repartitionings',
  family: 'dataflow',
  severity: 'warning',
  title: 'Records cross the network too often on their way',
  why: 'Each repartitioning serializes every record, sends all but one n-th of them to other machines, and ends a chain of operators. It costs more processor time than most functions do, network on both sides, buffers for each pair of subtasks, and one more place at which barriers wait.',
  remedy:
    'Key once and do all that needs that key behind it; reinterpret a stream that is still partitioned by its key; leave out rebalance() between operators of the same parallelism.',
  reference: 'F1.2',
  source: 'Keep it going',
  needs: ['workload'],
  check({ workload, cluster }) {
    const path = workload === undefined ? [] : longest(workload);
    if (path.length <= MOST) return [];
    const machines = cluster?.machines;
    const remote =
      machines === undefined
        ? ''
        : ` Of ${machines} machines each sends ${Math.round(((machines - 1) / machines) * 100)} % of its records to others, each time.`;
    const steps = nameList(path.map(({ from, to, shipStrategy }) => `${from} → ${to} (${shipStrategy})`));
    return [
      {
        message: `A record is repartitioned ${path.length} times: ${steps}. ${MOST} are the most that a job needs as a rule.${remote}`,
        path: '/workload/edges',
        evidence: [
          givenEvidence('repartitionings', path.length, 'count', '/workload/edges'),
          ...(machines === undefined
            ? []
            : [givenEvidence('machines', machines, 'count', '/cluster/machines')]),
        ],
      },
    ];
  },
};

/** The repartitioning edges of the way through the job that has most of them. */
function longest({ operators, edges }: LintWorkload): readonly LintEdge[] {
  const leaving = grouped(edges, ({ from }) => from);
  const ways = new Map<string, Way>();
  const from = (id: string): Way => {
    const before = ways.get(id);
    if (before !== undefined) return before;
    ways.set(id, END);
    let best: Way = END;
    for (const edge of leaving.get(id) ?? []) {
      const rest = from(edge.to);
      const way: Way = edge.shipStrategy === 'FORWARD' ? rest : { edge, rest, length: rest.length + 1 };
      if (way.length > best.length) best = way;
    }
    ways.set(id, best);
    return best;
  };
  let best: Way = END;
  for (const { id } of operators) if (from(id).length > best.length) best = from(id);
  const path: LintEdge[] = [];
  for (let way: Way = best; way.edge !== null; way = way.rest) path.push(way.edge);
  return path;
}

/** The repartitionings that are left from an operator on. */
type Way =
  | { readonly edge: LintEdge; readonly rest: Way; readonly length: number }
  | { readonly edge: null; readonly length: 0 };

const END: Way = { edge: null, length: 0 };

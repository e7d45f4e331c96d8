import type { LintEdge, LintFacts, LintOperator, LintWorkload } from './facts.js';

/**
 * F1.1, for what rules ask of it: the records that reach each operator in a second, as was given for it, else from what its senders
 * put out. Null where that is not known: behind windows and joins, which put out what their keys ask for, and in cycles.
 */
export function recordsIn(workload: LintWorkload): ReadonlyMap<string, number | null> {
  const before = known.get(workload);
  if (before !== undefined) return before;
  const rates = propagated(workload);
  known.set(workload, rates);
  return rates;
}

/** Several rules ask the same of the same workload. */
const known = new WeakMap<LintWorkload, ReadonlyMap<string, number | null>>();

function propagated({ operators, edges }: LintWorkload): ReadonlyMap<string, number | null> {
  const byId = new Map(operators.map((operator) => [operator.id, operator]));
  const senders = grouped(edges, ({ to }) => to);
  const rates = new Map<string, number | null>();
  const into = (id: string): number | null => {
    const before = rates.get(id);
    if (before !== undefined) return before;
    rates.set(id, null);
    const operator = byId.get(id);
    const records = operator?.recordsPerSecond ?? (operator?.kind === 'source' ? null : arriving(id));
    rates.set(id, records);
    return records;
  };
  const arriving = (id: string): number | null => {
    let sum = 0;
    for (const { from, share = 1 } of senders.get(id) ?? []) {
      const sent = sentBy(byId.get(from), into(from));
      if (sent === null) return null;
      sum += sent * share;
    }
    return senders.has(id) ? sum : null;
  };
  for (const { id } of operators) into(id);
  return rates;
}

function sentBy(operator: LintOperator | undefined, records: number | null): number | null {
  if (operator === undefined || records === null || operator.kind === 'window' || operator.kind === 'join')
    return null;
  return records * (operator.selectivity ?? 1);
}

/** Edges by one of their ends, in their order. */
export function grouped(
  edges: readonly LintEdge[],
  end: (edge: LintEdge) => string,
): ReadonlyMap<string, readonly LintEdge[]> {
  const groups = new Map<string, LintEdge[]>();
  for (const edge of edges) {
    const group = groups.get(end(edge));
    if (group === undefined) groups.set(end(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}

/** How many subtasks an operator has: its own number, else the job's, else all slots; null where none is known. */
export function subtasksOf(
  { config, deployment, cluster }: LintFacts,
  operator: LintOperator,
): number | null {
  const own = operator.parallelism ?? deployment?.parallelism;
  if (own !== undefined) return own;
  if (config.sets('parallelism.default')) return config.number('parallelism.default');
  const slots = cluster?.slotsPerTaskManager;
  return cluster?.machines === undefined || slots === undefined
    ? null
    : cluster.machines * (cluster.taskManagersPerMachine ?? 1) * slots;
}

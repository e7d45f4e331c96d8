import type { ShipStrategy } from '../request.js';
import type { EdgeRate } from './edge-rates.js';
import { type Exit, exitsOf } from './exits.js';
import { type OperatorText, readOperator } from './operator-text.js';
import type { Plan, PlanVertex } from './read-plan.js';
import type { Remarks } from './remarks.js';
import type { Rates, VertexMetrics } from './vertex-metrics.js';

export interface LaidOperator {
  readonly name: string;
  readonly description: string;
  readonly text: OperatorText;
  /** Place of its vertex in the plan. */
  readonly vertex: number;
  /** Its own metrics, where they are given and no other operator of the chain bears its name. */
  readonly rates: Rates | null;
}

export interface Link {
  /** Places of operators. */
  readonly from: number;
  readonly to: number;
  readonly shipStrategy: ShipStrategy;
  /** Place of the vertex that receives, and of the input there; null within a chain. */
  readonly edge: { readonly vertex: number; readonly input: number } | null;
}

export interface Layout {
  readonly operators: readonly LaidOperator[];
  readonly links: readonly Link[];
}

const COMMITTER = /: (?:Global )?Committer$/;

/**
 * The plan as operators. Chains are split: an operator has one kind, so that a source, a window and a sink in one chain each
 * carry their own traffic and state; within a chain they are joined by FORWARD, which takes no network between equals.
 */
export function layoutOf(
  plan: Plan,
  metrics: readonly VertexMetrics[],
  rates: readonly (readonly EdgeRate[])[],
  remarks: Remarks,
): Layout {
  const firsts: number[] = [];
  const operators: LaidOperator[] = [];
  plan.vertices.forEach((vertex, at) => {
    firsts.push(operators.length);
    operators.push(...operatorsOf(vertex, at, metrics[at]));
  });
  const first = (vertex: number): number => firsts[vertex] ?? 0;
  const within = plan.vertices.flatMap((vertex, at) => linksWithin(vertex, first(at)));
  const exits = exitsOf(plan, rates, operators, first, remarks);
  exits.sort((a, b) => a.vertex - b.vertex || a.input - b.input);
  const between = exits.map(
    ({ from, vertex, input }: Exit): Link => ({
      from,
      to: first(vertex),
      shipStrategy: strategyOf(plan, vertex, input, remarks),
      edge: { vertex, input },
    }),
  );
  return withoutCommitters({ operators, links: [...within, ...between] }, plan, remarks);
}

function operatorsOf(vertex: PlanVertex, at: number, metrics: VertexMetrics | undefined): LaidOperator[] {
  const { operators } = vertex.chain;
  const names = new Map<string, number>();
  for (const { name } of operators) names.set(name, (names.get(name) ?? 0) + 1);
  return operators.map(({ name, description }) => ({
    name,
    description,
    text: readOperator(name, description),
    vertex: at,
    rates: names.get(name) === 1 ? (metrics?.ofOperator(name) ?? null) : null,
  }));
}

const linksWithin = ({ chain }: PlanVertex, first: number): Link[] =>
  chain.operators.flatMap(({ after, isChainedSource }, at) => {
    const link = { shipStrategy: 'FORWARD', edge: null } as const;
    if (isChainedSource) return [{ ...link, from: first + at, to: first }];
    return after === null ? [] : [{ ...link, from: first + after, to: first + at }];
  });

function strategyOf(plan: Plan, vertex: number, input: number, remarks: Remarks): ShipStrategy {
  const receiver = plan.vertices[vertex];
  const edge = receiver?.inputs[input];
  const sender = plan.vertices[edge?.from ?? -1];
  if (
    edge === undefined ||
    edge.shipStrategy !== 'FORWARD' ||
    sender?.parallelism === receiver?.parallelism
  ) {
    return edge?.shipStrategy ?? 'REBALANCE';
  }
  remarks.say(
    'ship-strategy-changed',
    `${edge.pointer}/ship_strategy`,
    `is FORWARD between parallelism ${sender?.parallelism ?? 'of all slots'} and ${receiver?.parallelism ?? 'of all slots'}: RESCALE is taken, which sends to few subtasks as well`,
  );
  return 'RESCALE';
}

/** Committers receive what a writer has to commit at each checkpoint, not records: their writer is the sink. */
function withoutCommitters(layout: Layout, plan: Plan, remarks: Remarks): Layout {
  const { operators, links } = layout;
  const left = new Set<number>();
  const fed = new Set(links.map(({ to }) => to));
  for (let before = -1; before < left.size; ) {
    before = left.size;
    for (let at = operators.length - 1; at >= 0; at -= 1) {
      if (!COMMITTER.test(operators[at]?.name ?? '') || !fed.has(at)) continue;
      if (links.every(({ from, to }) => from !== at || left.has(to))) left.add(at);
    }
  }
  if (left.size === 0) return layout;
  for (const at of left) {
    const operator = operators[at];
    remarks.say(
      'committer-left-out',
      plan.vertices[operator?.vertex ?? 0]?.pointer ?? '',
      `${operator?.name.slice(0, 100)} receives what its writer has to commit at each checkpoint, not records: it is left out`,
    );
  }
  const places = new Map<number, number>();
  const kept = operators.filter((_, at) => {
    if (left.has(at)) return false;
    places.set(at, places.size);
    return true;
  });
  return {
    operators: kept,
    links: links.flatMap((link) => {
      const from = places.get(link.from);
      const to = places.get(link.to);
      return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
    }),
  };
}

import type { Exchange, Graph } from './graph.js';
import type { Scope } from './scope.js';

/**
 * Where subtasks run. Even spread gives the first p mod n of n machines ⌈p ÷ n⌉ subtasks of an operator and the others
 * ⌊p ÷ n⌋; an explicit placement says it per machine. Machines that hold the same subtasks of everything are one group.
 * A GLOBAL edge leads to the first subtask; an operator that nothing else feeds does all its work there.
 */
export interface Placement {
  readonly machines: number;
  /** Per operator: subtasks that do work. */
  readonly parallelism: readonly number[];
  /** Per operator: subtasks per machine, or null where they are spread evenly. */
  readonly explicit: readonly (readonly number[] | null)[];
  /** Whether two operators have the same share of their subtasks on every machine. */
  alike(one: number, other: number): boolean;
}

/** Parallelism and FORWARD neighbours as they stand in the request: what stays the same for any number of machines. */
export interface Deployment {
  /** Given parallelism, or null: all slots. */
  readonly parallelism: readonly (number | null)[];
  /** Whether the first subtask does all the work. */
  readonly single: readonly boolean[];
  readonly explicit: readonly (readonly number[] | null)[];
  readonly slotsPerMachine: number;
}

export function deploymentOf(scope: Scope, graph: Graph): Deployment {
  const { operators } = graph;
  const placements = new Map(
    (scope.request.cluster.placement ?? []).map((row) => [row.operator, row.subtasks]),
  );
  const explicit = operators.map(({ id }) => placements.get(id) ?? null);
  const own = operators.map(({ parallelism }, index) => parallelism ?? total(explicit[index]));
  const parallelism = alongForward(graph, own);
  const first = graph.firstSubtasks;
  return {
    parallelism: [...parallelism, ...first.map(() => 1)],
    single: [...singles(graph, parallelism), ...first.map(() => true)],
    explicit: [...explicit, ...first.map((operator) => explicit[operator] ?? null)],
    slotsPerMachine: scope.slotsPerMachine,
  };
}

/** Operators that only GLOBAL edges feed, or others of their kind one to one. */
function singles(graph: Graph, parallelism: readonly (number | null)[]): boolean[] {
  const single = graph.operators.map(() => false);
  const leadsToFirst = ({ edge, from, to }: Exchange): boolean =>
    edge.shipStrategy === 'GLOBAL' ||
    (single[from] === true &&
      (edge.shipStrategy === 'FORWARD' ||
        (edge.shipStrategy === 'RESCALE' && parallelism[from] === parallelism[to])));
  for (const index of graph.order) {
    const inputs = graph.inputs[index] ?? [];
    single[index] = inputs.length > 0 && inputs.every(leadsToFirst);
  }
  return single;
}

const total = (subtasks: readonly number[] | null | undefined): number | null =>
  subtasks == null ? null : subtasks.reduce((sum, count) => sum + count, 0);

/** A FORWARD edge needs equal parallelism on both ends, so one that is given holds for its neighbours too. */
function alongForward(graph: Graph, own: readonly (number | null)[]): (number | null)[] {
  const parallelism = [...own];
  const pending = parallelism.flatMap((value, index) => (value === null ? [] : [index]));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { edge, from, to } of [...(graph.inputs[next] ?? []), ...(graph.outputs[next] ?? [])]) {
      const neighbour = from === next ? to : from;
      if (edge.shipStrategy !== 'FORWARD' || parallelism[neighbour] !== null) continue;
      parallelism[neighbour] = parallelism[next] ?? null;
      pending.push(neighbour);
    }
  }
  return parallelism;
}

/** The placement on a number of machines. An explicit placement holds for its own number only; others are spread evenly. */
export function placementOn(deployment: Deployment, machines: number): Placement {
  const slots = machines * deployment.slotsPerMachine;
  const known = new Map<string, boolean>();
  const placement: Placement = {
    machines,
    parallelism: deployment.parallelism.map((value, index) =>
      deployment.single[index] ? 1 : (value ?? slots),
    ),
    explicit: deployment.explicit.map((subtasks, index) => {
      if (subtasks?.length !== machines) return null;
      return deployment.single[index] ? firstOnly(subtasks) : subtasks;
    }),
    alike: (one, other) => {
      const key = `${one} ${other}`;
      const found = known.get(key) ?? spreadAlike(placement, one, other);
      known.set(key, found);
      return found;
    },
  };
  return placement;
}

function spreadAlike(placement: Placement, one: number, other: number): boolean {
  const [p, q] = [placement.parallelism[one] ?? 1, placement.parallelism[other] ?? 1];
  for (let machine = 0; machine < placement.machines; machine++) {
    if (subtasksOn(placement, one, machine) * q !== subtasksOn(placement, other, machine) * p) return false;
  }
  return true;
}

function firstOnly(subtasks: readonly number[]): number[] {
  const first = subtasks.findIndex((count) => count > 0);
  return subtasks.map((_, machine) => (machine === first ? 1 : 0));
}

/** Subtasks of an operator on one machine. */
export function subtasksOn(placement: Placement, operator: number, machine: number): number {
  const explicit = placement.explicit[operator];
  if (explicit != null) return explicit[machine] ?? 0;
  const parallelism = placement.parallelism[operator] ?? 0;
  const rest = parallelism % placement.machines;
  return (parallelism - rest) / placement.machines + (machine < rest ? 1 : 0);
}

/** Share of an operator's work on one machine. */
export const shareOn = (placement: Placement, operator: number, machine: number): number =>
  subtasksOn(placement, operator, machine) / (placement.parallelism[operator] ?? 1);

/** Machines that hold the same subtasks: the first of them, how many they are, and whose subtasks differ from the group before. */
export interface MachineGroup {
  readonly first: number;
  readonly machines: number;
  readonly changed: readonly number[];
}

export function machineGroups(placement: Placement): MachineGroup[] {
  const changes = new Map<number, number[]>([[0, []]]);
  const changesAt = (machine: number, operator: number): void => {
    const operators = changes.get(machine);
    if (operators === undefined) changes.set(machine, [operator]);
    else operators.push(operator);
  };
  for (let operator = 0; operator < placement.parallelism.length; operator++) {
    const explicit = placement.explicit[operator];
    if (explicit == null) {
      const rest = (placement.parallelism[operator] ?? 0) % placement.machines;
      if (rest > 0) changesAt(rest, operator);
      continue;
    }
    for (let machine = 1; machine < explicit.length; machine++) {
      if (explicit[machine] !== explicit[machine - 1]) changesAt(machine, operator);
    }
  }
  if (changes.size === 1) return [{ first: 0, machines: placement.machines, changed: [] }];
  const firsts = Float64Array.from(changes.keys()).sort();
  return Array.from(firsts, (first, at) => ({
    first,
    machines: (firsts[at + 1] ?? placement.machines) - first,
    changed: changes.get(first) ?? [],
  }));
}

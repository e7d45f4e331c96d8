import { derive, type Figure, formula, given } from '@plimsoll/trace';
import type { Graph } from './graph.js';
import { type Deployment, type Placement, subtasksOn } from './placement.js';
import { operatorPointer, type Scope } from './scope.js';

/** Which part of an operator's work runs on one machine. */
export interface MachineShares {
  /** Share of the operator's subtasks. */
  of(operator: number): Figure<'ratio'>;
  /** Number of the operator's subtasks there. */
  subtasks(operator: number): Figure<'count'>;
  parallelism(operator: number): Figure<'count'>;
}

const EQUAL_SHARE = formula({
  reference: 'F1.2',
  label: 'Share of one machine',
  unit: 'ratio',
  inputs: { machines: 'count' },
  text: '1 ÷ machines',
  compute: ({ machines }) => 1 / machines,
});

const SUBTASK_SHARE = formula({
  reference: 'F1.2',
  label: 'Share of this machine',
  unit: 'ratio',
  inputs: { subtasksHere: 'count', parallelism: 'count' },
  text: 'subtasksHere ÷ parallelism',
  compute: ({ subtasksHere, parallelism }) => subtasksHere / parallelism,
});

const FULLER = formula({
  reference: 'F1.2',
  label: 'Subtasks here, spread evenly',
  unit: 'count',
  inputs: { parallelism: 'count', machines: 'count' },
  text: '⌈parallelism ÷ machines⌉',
  compute: ({ parallelism, machines }) => Math.ceil(parallelism / machines),
});

const EMPTIER = formula({
  reference: 'F1.2',
  label: 'Subtasks here, spread evenly',
  unit: 'count',
  inputs: { parallelism: 'count', machines: 'count' },
  text: '⌊parallelism ÷ machines⌋',
  compute: ({ parallelism, machines }) => Math.floor(parallelism / machines),
});

const ALL_SLOTS = formula({
  reference: 'F2.1',
  label: 'Slots of the cluster',
  unit: 'count',
  inputs: { machines: 'count', taskManagersPerMachine: 'count', slotsPerTaskManager: 'count' },
  text: 'machines × taskManagersPerMachine × slotsPerTaskManager',
  compute: ({ machines, taskManagersPerMachine, slotsPerTaskManager }) =>
    machines * taskManagersPerMachine * slotsPerTaskManager,
});

/** The shares of the machine with that number, from 0. */
export function machineShares(
  scope: Scope,
  graph: Graph,
  deployment: Deployment,
  placement: Placement,
  machines: Figure<'count'>,
  machine: number,
  prefix = '',
): MachineShares {
  const { operators } = scope.request.workload;
  const places = new Map((scope.request.cluster.placement ?? []).map((row, index) => [row.operator, index]));
  const remembered = new Map<string, Figure<'ratio'> | Figure<'count'>>();
  const once = <F extends Figure<'ratio'> | Figure<'count'>>(key: string, make: () => F): F => {
    const known = remembered.get(key) as F | undefined;
    const figure = known ?? make();
    if (known === undefined) remembered.set(key, figure);
    return figure;
  };
  const idOf = (operator: number): string => operators[operator]?.id ?? '';

  const parallelism = (operator: number): Figure<'count'> => {
    const own = operators[operator]?.parallelism;
    const working = placement.parallelism[operator] ?? 1;
    if (own === working) return scope.given('count', own, operatorPointer(operator, 'parallelism'));
    const place = places.get(idOf(operator));
    if (place !== undefined) return given('count', working, `/cluster/placement/${place}/subtasks`);
    if (working !== placement.machines * scope.slotsPerMachine)
      return given('count', working, '/workload/edges');
    return once('slots', () =>
      derive(`${prefix}cluster.slots`, ALL_SLOTS, {
        machines,
        taskManagersPerMachine: scope.taskManagersPerMachine,
        slotsPerTaskManager: scope.slotsPerTaskManager,
      }),
    );
  };

  const subtasks = (operator: number): Figure<'count'> => {
    const here = subtasksOn(placement, operator, machine);
    const place = places.get(idOf(operator));
    if (placement.explicit[operator] != null && place !== undefined) {
      return given('count', here, `/cluster/placement/${place}/subtasks/${machine}`);
    }
    const spread = here * placement.machines >= (placement.parallelism[operator] ?? 1) ? FULLER : EMPTIER;
    return once(`subtasks ${operator}`, () =>
      derive(`${prefix}machine.subtasks.${idOf(operator)}`, spread, {
        parallelism: parallelism(operator),
        machines,
      }),
    );
  };

  /** The edge that keeps the work in the first subtask: its strategy decides whether that is here. */
  const firstSubtask = (place: number): Figure<'ratio'> => {
    const operator = graph.firstSubtasks[place - operators.length] ?? place;
    const inputs = graph.inputs[operator] ?? [];
    const edge = inputs.find((exchange) => exchange.edge.shipStrategy === 'GLOBAL') ?? inputs[0];
    return given(
      'ratio',
      subtasksOn(placement, place, machine),
      `/workload/edges/${edge?.index ?? 0}/shipStrategy`,
    );
  };

  const of = (operator: number): Figure<'ratio'> => {
    if (deployment.single[operator] === true) return firstSubtask(operator);
    const even =
      placement.explicit[operator] == null &&
      (placement.parallelism[operator] ?? 1) % placement.machines === 0;
    if (even) return once('equal', () => derive(`${prefix}machine.share`, EQUAL_SHARE, { machines }));
    return once(`share ${operator}`, () =>
      derive(`${prefix}machine.share.${idOf(operator)}`, SUBTASK_SHARE, {
        subtasksHere: subtasks(operator),
        parallelism: parallelism(operator),
      }),
    );
  };
  return { of, subtasks, parallelism };
}

export const MACHINE_SHARE_FORMULAS = [EQUAL_SHARE, SUBTASK_SHARE, FULLER, EMPTIER, ALL_SLOTS];

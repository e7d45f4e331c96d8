import type { LintFacts } from './facts.js';

/** A number with the place that tells it. */
export interface Told {
  readonly value: number;
  readonly from: string;
}

/** TaskManagers that run whatever jobs need; null where nobody says, or where Flink starts as many as it needs. */
export function fixedTaskManagers(facts: LintFacts): Told | null {
  const { deployment, cluster, environment } = facts;
  if (startsTaskManagers(facts)) return null;
  if (deployment?.taskManager?.replicas !== undefined) {
    return { value: deployment.taskManager.replicas, from: '/deployment/taskManager/replicas' };
  }
  if (environment?.taskManagers !== undefined) {
    return { value: environment.taskManagers, from: '/environment/taskManagers' };
  }
  if (cluster?.machines === undefined) return null;
  return { value: cluster.machines * (cluster.taskManagersPerMachine ?? 1), from: '/cluster/machines' };
}

/** Whether Flink itself asks its resource provider for TaskManagers, as it needs slots. */
export function startsTaskManagers({ deployment }: LintFacts): boolean {
  if (deployment === undefined || deployment.kind === 'Standalone') return false;
  return deployment.kind === 'Yarn' || deployment.mode !== 'standalone';
}

/** The highest parallelism that is told anywhere. */
export function highestParallelism({ config, workload, deployment }: LintFacts): Told | null {
  const standard = config.sets('parallelism.default') ? config.number('parallelism.default') : null;
  const all: Told[] = [
    ...(standard === null
      ? []
      : [{ value: standard, from: `/config/${config.keyOf('parallelism.default')}` }]),
    ...(deployment?.parallelism === undefined
      ? []
      : [{ value: deployment.parallelism, from: '/deployment/parallelism' }]),
    ...(workload?.operators.flatMap(({ parallelism }, at) =>
      parallelism === undefined
        ? []
        : [{ value: parallelism, from: `/workload/operators/${at}/parallelism` }],
    ) ?? []),
  ];
  return all.reduce<Told | null>((most, one) => (most === null || one.value > most.value ? one : most), null);
}

/** Slots of each TaskManager. */
export const slotsOf = ({ config }: LintFacts): number => config.number('taskmanager.numberOfTaskSlots') ?? 1;

/** The parallelism of operators that have none of their own. */
export const standardParallelism = ({ config, deployment }: LintFacts): number =>
  deployment?.parallelism ?? config.number('parallelism.default') ?? 1;

/** Slots that the job takes: of each slot sharing group as many as the highest parallelism in it. */
export function slotsNeeded(facts: LintFacts): Told | null {
  const groups = slotSharingGroups(facts);
  if (groups.size < 2) return highestParallelism(facts);
  return { value: [...groups.values()].reduce((sum, most) => sum + most, 0), from: '/workload/operators' };
}

/** The highest parallelism of each slot sharing group. */
export function slotSharingGroups(facts: LintFacts): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const { slotSharingGroup = 'default', parallelism } of facts.workload?.operators ?? []) {
    const own = parallelism ?? standardParallelism(facts);
    groups.set(slotSharingGroup, Math.max(groups.get(slotSharingGroup) ?? 0, own));
  }
  return groups;
}

const CPU = 'kubernetes.taskmanager.cpu.amount';

/** Cores of each TaskManager; null where nobody says. */
export function coresOf({ config, deployment, cluster }: LintFacts): Told | null {
  if (deployment?.taskManager?.cores !== undefined) {
    return { value: deployment.taskManager.cores, from: '/deployment/taskManager/cores' };
  }
  const key = config.named(CPU, 'kubernetes.taskmanager.cpu');
  const amount = config.sets(key) ? config.number(key) : null;
  if (amount !== null && amount > 0 && Number.isFinite(amount))
    return { value: amount, from: `/config/${config.keyOf(key)}` };
  const ofMachine = cluster?.machine.cores;
  if (ofMachine === undefined) return null;
  return { value: ofMachine / (cluster?.taskManagersPerMachine ?? 1), from: '/cluster/machine/cores' };
}

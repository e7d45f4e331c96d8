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

import type { DeployedProcess, LintFacts } from './facts.js';

/** The two processes of Flink, as rules about both go through them. */
export const PROCESSES = [
  { component: 'taskManager', name: 'TaskManager', prefix: 'taskmanager.memory' },
  { component: 'jobManager', name: 'JobManager', prefix: 'jobmanager.memory' },
] as const;

export type FlinkProcess = (typeof PROCESSES)[number];

/** What is known of its pod. */
export const deployed = ({ deployment }: LintFacts, { component }: FlinkProcess): DeployedProcess =>
  deployment?.[component] ?? {};

/** Whether the configuration, or the deployment, says anything of its memory. */
export const saysMemory = (keys: readonly string[], { component }: FlinkProcess): boolean => {
  const name = component.toLowerCase();
  return keys.some((key) => key.startsWith(`${name}.memory.`) || key.startsWith(`${name}.heap.`));
};

/** How many TaskManagers there are; undefined where nobody says. */
export function taskManagersOf({ cluster, environment, deployment }: LintFacts): number | undefined {
  if (cluster?.machines !== undefined) return cluster.machines * (cluster.taskManagersPerMachine ?? 1);
  return environment?.taskManagers ?? deployment?.taskManager?.replicas;
}

import type { Facts } from '../facts.js';
import { type Answered, noRemedy, remedyOf } from './remedy.js';

/** A JVM option that stands in Flink's options for the Java command line. */
export interface Override {
  readonly key: string;
  readonly flag: string;
}

const DIRECT = '-XX:MaxDirectMemorySize=';
const KEYS = ['env.java.opts.taskmanager', 'env.java.opts.jobmanager', 'env.java.opts.all', 'env.java.opts'];

export const directLimitOverride = (facts: Facts): Override | null =>
  overrideOf(facts, (flag) => flag.startsWith(DIRECT));

/** The first JVM option of the configuration that a condition holds for. */
export function overrideOf(
  { config, component }: Facts,
  matches: (flag: string) => boolean,
): Override | null {
  const other = component === 'taskmanager' ? 'env.java.opts.jobmanager' : 'env.java.opts.taskmanager';
  for (const key of KEYS) {
    const options = key === other || config === null || !Object.hasOwn(config, key) ? undefined : config[key];
    const flag = options?.split(/\s+/).find(matches);
    if (flag !== undefined) return { key, flag };
  }
  return null;
}

/** Takes a JVM option out, so that what Flink derives is in force. */
export function withoutOverride(facts: Facts, { key, flag }: Override): Answered {
  const options = facts.config?.[key] ?? '';
  const left = options
    .split(/\s+/)
    .filter((other) => other !== flag && other !== '')
    .join(' ');
  const patch = left === '' ? { set: {}, unset: [key] } : { set: { [key]: left }, unset: [] };
  const remedy = remedyOf(
    facts,
    patch,
    `${flag} stands against what Flink derives: without it, Flink’s own arguments are in force.`,
  );
  return remedy === null
    ? noRemedy(`Take ${flag} out of ${key}; beside that, Flink refuses the configuration given.`)
    : { remedy, noRemedyReason: null };
}

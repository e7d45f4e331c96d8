import type { ConfigReader } from './config-reader.js';

export type RestartStrategyKind =
  | 'none'
  | 'fixed-delay'
  | 'failure-rate'
  | 'exponential-delay'
  | 'unset'
  | 'unknown';

const NAMES: ReadonlyMap<string, RestartStrategyKind> = new Map([
  ['none', 'none'],
  ['off', 'none'],
  ['disable', 'none'],
  ['fixed-delay', 'fixed-delay'],
  ['fixeddelay', 'fixed-delay'],
  ['failure-rate', 'failure-rate'],
  ['failurerate', 'failure-rate'],
  ['exponential-delay', 'exponential-delay'],
  ['exponentialdelay', 'exponential-delay'],
]);

/** The key of the strategy in this version. */
export const strategyKey = (config: ConfigReader): string =>
  config.named('restart-strategy.type', 'restart-strategy');

/** The strategy by the names that Flink takes for it. */
export function restartStrategy(config: ConfigReader): RestartStrategyKind {
  const text = config.text(strategyKey(config));
  return text === null ? 'unset' : (NAMES.get(text.toLowerCase()) ?? 'unknown');
}

/** Options of a strategy that the file sets. */
export const optionsOfStrategy = ({ entries }: ConfigReader, kind: string): string[] =>
  Object.keys(entries).filter((key) => key.startsWith(`restart-strategy.${kind}.`));

/** Waits that grow, without end: what Flink does by itself from 1.19 on. Null where a version does not have it. */
export function exponentialDelay(config: ConfigReader, instead: string) {
  if (!config.isFrom(1, 12)) return undefined;
  const key = config.keyOf(strategyKey(config));
  return { set: { [key]: 'exponential-delay' }, unset: optionsOfStrategy(config, instead) };
}

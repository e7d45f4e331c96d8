import { optionsOfStrategy, restartStrategy, strategyKey } from '../restart-strategy.js';
import type { Rule } from '../rule.js';
import { entry, setting } from '../setting-evidence.js';

const KINDS = ['fixed-delay', 'failure-rate', 'exponential-delay'] as const;

export const rule: Rule = {
  id: 'restart-options-not-read',
  family: 'availability',
  severity: 'warning',
  title: 'Options of a restart strategy that is not chosen',
  why: 'Flink reads the options of a strategy only where restart-strategy.type names it. Attempts and delays of another one, or without that key at all, do nothing: the default strategy holds with its own defaults.',
  remedy: 'Set restart-strategy.type to the strategy that is meant, or take the options out.',
  reference: 'Task Failure Recovery',
  source: 'Flink documentation',
  needs: [],
  check({ config }) {
    const chosen = restartStrategy(config);
    if (chosen === 'unknown') return [];
    const others = KINDS.filter((kind) => kind !== chosen);
    const keys = others.flatMap((kind) => optionsOfStrategy(config, kind)).sort();
    const [first] = keys;
    if (first === undefined) return [];
    const key = strategyKey(config);
    const unset = chosen === 'unset';
    const standard = config.isFrom(1, 19)
      ? 'exponential-delay with its defaults'
      : 'fixed-delay without end, 1 s apart';
    return [
      {
        message: `${keys.join(', ')} ${keys.length === 1 ? 'is' : 'are'} not read: ${unset ? `${key} is not set, and a job with checkpoints gets ${standard}` : `${config.keyOf(key)} is ${config.text(key)}`}.`,
        path: first,
        evidence: [setting(config, key), ...keys.map((one) => entry(config, one))],
        ...(!unset && { severity: 'info', fix: { set: {}, unset: keys } }),
      },
    ];
  },
};

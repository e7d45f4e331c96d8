import { restartStrategy, strategyKey } from '../restart-strategy.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const NAMES = ['exponential-delay', 'fixed-delay', 'failure-rate', 'none'];

export const rule: Rule = {
  id: 'restart-strategy-unknown',
  family: 'availability',
  severity: 'error',
  title: 'Flink knows no restart strategy of this name',
  why: 'The name is read when a job is submitted. One that Flink does not know makes it throw IllegalArgumentException, and no job of the cluster starts.',
  remedy: 'Write exponential-delay, fixed-delay, failure-rate or none.',
  reference: 'Task Failure Recovery',
  source: 'Flink documentation',
  needs: [],
  check({ config }) {
    if (restartStrategy(config) !== 'unknown') return [];
    const key = config.keyOf(strategyKey(config));
    const text = config.text(strategyKey(config)) ?? '';
    const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
    const meant = NAMES.find((name) => plain(name) === plain(text));
    return [
      {
        message: `${key} is ${text}; Flink ${config.flinkVersion} knows ${NAMES.join(', ')} and refuses jobs with any other.`,
        path: key,
        evidence: [setting(config, strategyKey(config))],
        ...(meant !== undefined && { fix: { set: { [key]: meant }, unset: [] } }),
      },
    ];
  },
};

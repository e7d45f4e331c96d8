import type { ConfigReader } from '../config-reader.js';
import { exponentialDelay, restartStrategy, strategyKey } from '../restart-strategy.js';
import type { Rule, Violation } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { timeInWords } from '../time-in-words.js';

const DAY_MS = 86_400_000;
/** A shorter pause leaves the systems around no time to recover. */
const PAUSE_MS = 10_000;

const FIXED = 'restart-strategy.fixed-delay.';
const RATE = 'restart-strategy.failure-rate.';

export const rule: Rule = {
  id: 'restart-strategy-without-end',
  family: 'availability',
  severity: 'warning',
  title: 'A job that cannot run is restarted without end',
  why: 'A record that no version of the job can read fails it each time anew. With a short fixed delay the job restarts thousands of times a day: it asks for the same files, opens the same connections and restores the same state, takes down what it shares with others, and never is in the state FAILED that an alert would notice.',
  remedy: 'Take exponential-delay, whose waits grow, and alert on the number of restarts.',
  reference: 'Task Failure Recovery',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config }) {
    const kind = restartStrategy(config);
    if (kind === 'fixed-delay') return fixedDelay(config);
    return kind === 'failure-rate' ? failureRate(config) : [];
  },
};

function fixedDelay(config: ConfigReader): Violation[] {
  const attempts = config.number(`${FIXED}attempts`);
  const delay = config.duration(`${FIXED}delay`);
  if (attempts === null || delay === null || delay >= PAUSE_MS) return [];
  if (attempts * Math.max(delay, 1) < DAY_MS) return [];
  const perDay = Math.floor(DAY_MS / Math.max(delay, 1));
  const what = `${attempts} attempts ${timeInWords(delay)} apart do not end within a day: a job that cannot run is restarted up to ${perDay} times a day.`;
  return [violation(config, 'fixed-delay', what, [`${FIXED}attempts`, `${FIXED}delay`])];
}

function failureRate(config: ConfigReader): Violation[] {
  const most = config.number(`${RATE}max-failures-per-interval`);
  const delay = config.duration(`${RATE}delay`);
  const interval = config.duration(`${RATE}failure-rate-interval`);
  if (most === null || delay === null || interval === null || most * delay < interval) return [];
  const what = `${most} failures in ${timeInWords(interval)} are allowed, and with ${timeInWords(delay)} between them no more than ${Math.ceil(interval / Math.max(delay, 1))} fit in: the limit is never reached.`;
  const keys = ['max-failures-per-interval', 'failure-rate-interval', 'delay'].map(
    (name) => `${RATE}${name}`,
  );
  return [violation(config, 'failure-rate', what, keys)];
}

function violation(config: ConfigReader, kind: string, what: string, keys: readonly string[]): Violation {
  const fix = exponentialDelay(config, kind);
  return {
    message: what,
    path: config.keyOf(strategyKey(config)),
    evidence: keys.map((key) => setting(config, key)),
    ...(fix !== undefined && { fix }),
  };
}

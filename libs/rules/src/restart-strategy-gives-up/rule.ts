import type { ConfigReader } from '../config-reader.js';
import { exponentialDelay, restartStrategy, strategyKey } from '../restart-strategy.js';
import type { Rule, Violation } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { timeInWords } from '../time-in-words.js';

/** How long a broker or a store that is restarted may be away. */
const OUTAGE_MS = 300_000;
const OUTAGE = timeInWords(OUTAGE_MS);

export const rule: Rule = {
  id: 'restart-strategy-gives-up',
  family: 'availability',
  severity: 'warning',
  title: 'The restart strategy gives up',
  why: 'A bounded strategy counts restarts, not hours. While a broker or a store is away each restart fails at once, so the attempts are used up long before it is back; the job is FAILED then, for good, and stands still until a person starts it.',
  remedy: `Take exponential-delay, or allow restarts for at least ${OUTAGE}: attempts times delay.`,
  reference: 'Task Failure Recovery',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config, job }) {
    if (job?.type === 'batch') return [];
    switch (restartStrategy(config)) {
      case 'fixed-delay':
        return fixedDelay(config);
      case 'failure-rate':
        return failureRate(config);
      case 'exponential-delay':
        return exponential(config);
      default:
        return [];
    }
  },
};

function fixedDelay(config: ConfigReader): Violation[] {
  const attempts = config.number(`${FIXED}attempts`);
  const delay = config.duration(`${FIXED}delay`);
  if (attempts === null || delay === null || attempts * delay >= OUTAGE_MS) return [];
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  return [
    violation(
      config,
      'fixed-delay',
      `Flink restarts the job ${times}, ${timeInWords(delay)} apart`,
      attempts * delay,
      [`${FIXED}attempts`, `${FIXED}delay`],
    ),
  ];
}

function failureRate(config: ConfigReader): Violation[] {
  const most = config.number(`${RATE}max-failures-per-interval`);
  const delay = config.duration(`${RATE}delay`);
  const interval = config.duration(`${RATE}failure-rate-interval`);
  if (most === null || delay === null || interval === null) return [];
  const spent = most * delay;
  if (spent >= interval || spent >= OUTAGE_MS) return [];
  const what = `Flink allows ${most} ${most === 1 ? 'failure' : 'failures'} in ${timeInWords(interval)}, ${timeInWords(delay)} apart`;
  return [
    violation(config, 'failure-rate', what, spent, [
      `${RATE}max-failures-per-interval`,
      `${RATE}failure-rate-interval`,
      `${RATE}delay`,
    ]),
  ];
}

/** Even if every wait were the longest one. */
function exponential(config: ConfigReader): Violation[] {
  const attempts = config.number(`${EXPONENTIAL}attempts-before-reset-backoff`);
  const longest = config.duration(`${EXPONENTIAL}max-backoff`);
  if (attempts === null || longest === null || attempts * longest >= OUTAGE_MS) return [];
  const what = `Flink restarts the job ${attempts} times, at most ${timeInWords(longest)} apart`;
  const keys = [`${EXPONENTIAL}attempts-before-reset-backoff`, `${EXPONENTIAL}max-backoff`];
  const found = violation(config, 'exponential-delay', what, attempts * longest, keys);
  return [{ ...found, fix: { set: {}, unset: [`${EXPONENTIAL}attempts-before-reset-backoff`] } }];
}

function violation(
  config: ConfigReader,
  kind: string,
  what: string,
  spentMs: number,
  keys: readonly string[],
): Violation {
  const fix = exponentialDelay(config, kind);
  return {
    message: `${what}. If each restart fails at once, it gives up after ${timeInWords(spentMs)}, ${timeInWords(OUTAGE_MS - spentMs)} before an outage of ${OUTAGE} is over.`,
    path: config.keyOf(strategyKey(config)),
    evidence: [setting(config, strategyKey(config)), ...keys.map((key) => setting(config, key))],
    ...(fix !== undefined && { fix }),
  };
}

const FIXED = 'restart-strategy.fixed-delay.';
const RATE = 'restart-strategy.failure-rate.';
const EXPONENTIAL = 'restart-strategy.exponential-delay.';

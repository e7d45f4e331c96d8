import { restartStrategy } from '../restart-strategy.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { timeInWords } from '../time-in-words.js';

const LONGEST_MS = 600_000;

const DELAYS: Readonly<Record<string, string>> = {
  'fixed-delay': 'restart-strategy.fixed-delay.delay',
  'failure-rate': 'restart-strategy.failure-rate.delay',
  'exponential-delay': 'restart-strategy.exponential-delay.max-backoff',
};

export const rule: Rule = {
  id: 'restart-delay-too-long',
  family: 'availability',
  severity: 'warning',
  title: 'The job waits long before it restarts',
  why: 'The delay is added to every outage, however short its cause was: the job does nothing while its lag grows, and has to work that off afterwards. Sources that forget what is old may forget it meanwhile.',
  remedy: `Wait at most ${timeInWords(LONGEST_MS)}; of exponential-delay the default is 1 min (5 min before 1.19).`,
  reference: 'F3.2',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config }) {
    const key = DELAYS[restartStrategy(config)];
    const delay = key === undefined ? null : config.duration(key);
    if (key === undefined || delay === null || delay <= LONGEST_MS) return [];
    const hours = delay >= 3_600_000;
    return [
      {
        message: `${key} lets the job wait ${timeInWords(delay)} before it runs again, ${timeInWords(delay - LONGEST_MS)} more than ${timeInWords(LONGEST_MS)}${hours ? ': a failure of a second costs hours' : ''}.`,
        path: config.keyOf(key),
        evidence: [setting(config, key)],
        fix: { set: { [config.keyOf(key)]: config.isFrom(1, 13) ? '1 min' : '60 s' }, unset: [] },
      },
    ];
  },
};

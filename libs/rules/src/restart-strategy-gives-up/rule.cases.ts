import type { RuleCases } from '../rule-cases.js';

const fixed = (attempts: string, delay: string) => ({
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': attempts,
  'restart-strategy.fixed-delay.delay': delay,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'three attempts ten seconds apart',
      flinkVersion: '1.20',
      config: fixed('3', '10 s'),
      path: 'restart-strategy.type',
      fix: {
        set: { 'restart-strategy.type': 'exponential-delay' },
        unset: ['restart-strategy.fixed-delay.attempts', 'restart-strategy.fixed-delay.delay'],
      },
    },
    {
      name: 'one millisecond less than five minutes',
      flinkVersion: '2.3',
      config: fixed('1', '299999'),
      path: 'restart-strategy.type',
    },
    {
      name: 'Flink’s defaults of the failure rate',
      flinkVersion: '1.13',
      config: { 'restart-strategy': 'failure-rate' },
      path: 'restart-strategy',
    },
    {
      name: 'growing waits with few attempts',
      flinkVersion: '1.19',
      config: {
        'restart-strategy.type': 'exponential-delay',
        'restart-strategy.exponential-delay.attempts-before-reset-backoff': '4',
      },
      path: 'restart-strategy.type',
      fix: { set: {}, unset: ['restart-strategy.exponential-delay.attempts-before-reset-backoff'] },
    },
  ],
  silent: [
    { name: 'five minutes exactly', flinkVersion: '1.20', config: fixed('10', '30 s') },
    {
      name: 'a rate that failures one after another cannot reach',
      flinkVersion: '2.3',
      config: {
        'restart-strategy.type': 'failure-rate',
        'restart-strategy.failure-rate.max-failures-per-interval': '6',
        'restart-strategy.failure-rate.delay': '10 s',
      },
    },
    {
      name: 'growing waits as Flink has them',
      flinkVersion: '1.19',
      config: { 'restart-strategy.type': 'exponential-delay' },
    },
    { name: 'no strategy is set', flinkVersion: '1.18', config: {} },
    { name: 'a batch job', flinkVersion: '2.3', config: fixed('3', '10 s'), job: { type: 'batch' } },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const fixed = (attempts: string, delay: string) => ({
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': attempts,
  'restart-strategy.fixed-delay.delay': delay,
});
const rate = (most: string) => ({
  'restart-strategy.type': 'failure-rate',
  'restart-strategy.failure-rate.max-failures-per-interval': most,
  'restart-strategy.failure-rate.failure-rate-interval': '1 min',
  'restart-strategy.failure-rate.delay': '10 s',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'every second, as often as an Integer allows',
      flinkVersion: '1.20',
      config: fixed('2147483647', '1 s'),
      path: 'restart-strategy.type',
      fix: {
        set: { 'restart-strategy.type': 'exponential-delay' },
        unset: ['restart-strategy.fixed-delay.attempts', 'restart-strategy.fixed-delay.delay'],
      },
    },
    {
      name: 'a whole day',
      flinkVersion: '2.3',
      config: fixed('86400', '1 s'),
      path: 'restart-strategy.type',
    },
    {
      name: 'a rate that is never reached: six failures fit into the minute, and six are allowed',
      flinkVersion: '2.3',
      config: rate('6'),
      path: 'restart-strategy.type',
    },
  ],
  silent: [
    { name: 'less than a day', flinkVersion: '2.3', config: fixed('86399', '1 s') },
    { name: 'ten seconds between them', flinkVersion: '1.20', config: fixed('2147483647', '10 s') },
    { name: 'a rate that is reached', flinkVersion: '2.3', config: rate('5') },
    {
      name: 'growing waits',
      flinkVersion: '1.20',
      config: { 'restart-strategy.type': 'exponential-delay' },
    },
  ],
};

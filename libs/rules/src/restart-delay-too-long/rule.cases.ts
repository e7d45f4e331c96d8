import type { RuleCases } from '../rule-cases.js';

const waits = (delay: string) => ({
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': '1000',
  'restart-strategy.fixed-delay.delay': delay,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'two hours',
      flinkVersion: '1.20',
      config: waits('2 h'),
      path: 'restart-strategy.fixed-delay.delay',
      fix: { set: { 'restart-strategy.fixed-delay.delay': '1 min' }, unset: [] },
    },
    {
      name: 'one millisecond above ten minutes',
      flinkVersion: '2.3',
      config: waits('600001'),
      path: 'restart-strategy.fixed-delay.delay',
    },
    {
      name: 'waits that grow to hours',
      flinkVersion: '1.13',
      config: {
        'restart-strategy': 'exponential-delay',
        'restart-strategy.exponential-delay.max-backoff': '3 h',
      },
      path: 'restart-strategy.exponential-delay.max-backoff',
    },
  ],
  silent: [
    { name: 'ten minutes', flinkVersion: '2.3', config: waits('10 min') },
    {
      name: 'a delay of a strategy that is not taken',
      flinkVersion: '2.3',
      config: { 'restart-strategy.type': 'exponential-delay', 'restart-strategy.fixed-delay.delay': '2 h' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the strategy is not named',
      flinkVersion: '1.18',
      config: {
        'restart-strategy.fixed-delay.attempts': '10',
        'restart-strategy.fixed-delay.delay': '10 s',
      },
      path: 'restart-strategy.fixed-delay.attempts',
      severity: 'warning',
    },
    {
      name: 'not even those of the strategy that Flink takes by itself',
      flinkVersion: '2.3',
      config: { 'restart-strategy.exponential-delay.max-backoff': '2 min' },
      path: 'restart-strategy.exponential-delay.max-backoff',
    },
    {
      name: 'another one is named',
      flinkVersion: '1.20',
      config: {
        'restart-strategy.type': 'exponential-delay',
        'restart-strategy.fixed-delay.attempts': '10',
      },
      path: 'restart-strategy.fixed-delay.attempts',
      severity: 'info',
      fix: { set: {}, unset: ['restart-strategy.fixed-delay.attempts'] },
    },
  ],
  silent: [
    {
      name: 'the strategy that is named, by another spelling',
      flinkVersion: '2.3',
      config: { 'restart-strategy.type': 'fixeddelay', 'restart-strategy.fixed-delay.attempts': '10' },
    },
    { name: 'no options at all', flinkVersion: '2.3', config: {} },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an underscore',
      flinkVersion: '2.3',
      config: { 'restart-strategy.type': 'FIXED_DELAY' },
      path: 'restart-strategy.type',
      fix: { set: { 'restart-strategy.type': 'fixed-delay' }, unset: [] },
    },
    {
      name: 'a name that nobody can guess',
      flinkVersion: '1.13',
      config: { 'restart-strategy': 'always' },
      path: 'restart-strategy',
    },
  ],
  silent: [
    { name: 'in any case', flinkVersion: '2.3', config: { 'restart-strategy.type': 'Fixed-Delay' } },
    { name: 'without the hyphen', flinkVersion: '1.20', config: { 'restart-strategy': 'failurerate' } },
  ],
};

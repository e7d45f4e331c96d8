import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'switched off',
      flinkVersion: '2.3',
      config: { 'pipeline.operator-chaining.enabled': 'false' },
      path: 'pipeline.operator-chaining.enabled',
      fix: { set: {}, unset: ['pipeline.operator-chaining.enabled'] },
    },
    {
      name: 'by the key of 1.17, in 1.20',
      flinkVersion: '1.20',
      config: { 'pipeline.operator-chaining': 'false' },
      path: 'pipeline.operator-chaining',
    },
  ],
  silent: [
    { name: 'on', flinkVersion: '1.13', config: { 'pipeline.operator-chaining': 'true' } },
    {
      name: 'while somebody looks at each operator',
      flinkVersion: '2.3',
      config: { 'pipeline.operator-chaining.enabled': 'false' },
      rules: { set: 'development' },
    },
  ],
};

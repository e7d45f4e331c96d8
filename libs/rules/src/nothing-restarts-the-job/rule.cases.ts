import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'switched off',
      flinkVersion: '2.3',
      config: { 'restart-strategy.type': 'none' },
      path: 'restart-strategy.type',
      severity: 'error',
      fix: { set: { 'restart-strategy.type': 'exponential-delay' }, unset: [] },
    },
    {
      name: 'by another of its names and the key of 1.13',
      flinkVersion: '1.13',
      config: { 'restart-strategy': 'OFF' },
      path: 'restart-strategy',
      fix: { set: { 'restart-strategy': 'exponential-delay' }, unset: [] },
    },
    {
      name: 'before there were waits that grow',
      flinkVersion: '1.11',
      config: { 'restart-strategy': 'disable' },
      path: 'restart-strategy',
    },
  ],
  silent: [
    { name: 'left to Flink, which restarts a job with checkpoints', flinkVersion: '2.3', config: {} },
    { name: 'a strategy', flinkVersion: '1.20', config: { 'restart-strategy.type': 'fixed-delay' } },
    {
      name: 'in a test, which is to fail',
      flinkVersion: '2.3',
      config: { 'restart-strategy.type': 'none' },
      rules: { set: 'mini-cluster' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a segment is missing',
      flinkVersion: '1.20',
      config: { 'taskmanager.process.size': '8g' },
      path: 'taskmanager.process.size',
    },
    {
      name: 'a letter is missing',
      flinkVersion: '2.3',
      config: { 'execution.checkpointing.intervall': '1 min' },
      path: 'execution.checkpointing.intervall',
    },
  ],
  silent: [
    { name: 'a key of today', flinkVersion: '2.3', config: { 'execution.checkpointing.interval': '1 min' } },
    { name: 'a key of a reporter', flinkVersion: '1.20', config: { 'metrics.reporter.prom.port': '9249' } },
    { name: 'an old key that is still read', flinkVersion: '2.3', config: { 'state.backend': 'rocksdb' } },
  ],
};

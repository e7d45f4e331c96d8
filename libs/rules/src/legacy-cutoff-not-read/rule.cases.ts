import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a larger cut-off for RocksDB came along with the upgrade',
      flinkVersion: '1.10',
      config: { 'containerized.heap-cutoff-ratio': '0.4' },
      path: 'containerized.heap-cutoff-ratio',
      fix: { set: {}, unset: ['containerized.heap-cutoff-ratio'] },
    },
    {
      name: 'the spelling of YARN',
      flinkVersion: '2.3',
      config: { 'yarn.heap-cutoff-min': '800' },
      path: 'yarn.heap-cutoff-min',
    },
  ],
  silent: [
    {
      name: 'Flink 1.9 reads it',
      flinkVersion: '1.9',
      config: { 'containerized.heap-cutoff-ratio': '0.4' },
    },
    {
      name: 'nothing of it is set',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
    },
  ],
};

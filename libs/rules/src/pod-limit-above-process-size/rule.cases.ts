import type { RuleCases } from '../rule-cases.js';

const MIB = 1_048_576n;

export const cases: RuleCases = {
  fires: [
    {
      name: 'the limit was doubled and the process size left',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      deployment: { kind: 'Kubernetes', taskManager: { podLimitBytes: 8192n * MIB } },
      path: 'taskmanager.memory.process.size',
      fix: { set: { 'taskmanager.memory.process.size': '8589934592b' }, unset: [] },
    },
    {
      name: 'one byte more than a fifth of the limit is free',
      flinkVersion: '2.3',
      config: { 'jobmanager.memory.process.size': '1717986917b' },
      deployment: { kind: 'Kubernetes', jobManager: { podLimitBytes: 2048n * MIB } },
      path: 'jobmanager.memory.process.size',
    },
  ],
  silent: [
    {
      name: 'a fifth of the limit is free',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '4000m' },
      deployment: { kind: 'Kubernetes', taskManager: { podLimitBytes: 5000n * MIB } },
    },
    {
      name: 'nothing is known of the limit',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      deployment: { kind: 'Kubernetes' },
    },
  ],
};

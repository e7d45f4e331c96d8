import type { RuleCases } from '../rule-cases.js';

const GIB = 1_073_741_824n;
const pod = (podLimitBytes: bigint) => ({
  deployment: { kind: 'Kubernetes', jobManager: { podLimitBytes } } as const,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the limit is one byte too low',
      flinkVersion: '1.20',
      config: { 'jobmanager.memory.process.size': '2g' },
      ...pod(2n * GIB - 1n),
      path: 'jobmanager.memory.process.size',
      fix: { set: { 'jobmanager.memory.process.size': '2147483647b' }, unset: [] },
    },
    {
      name: 'a fixed heap leaves no room for what comes beside it, and no smaller process is accepted',
      flinkVersion: '1.13',
      config: { 'jobmanager.memory.heap.size': '1g' },
      ...pod(GIB),
      path: 'jobmanager.memory.process.size',
    },
  ],
  silent: [
    {
      name: 'the process is as large as its pod',
      flinkVersion: '2.3',
      config: { 'jobmanager.memory.process.size': '2g' },
      ...pod(2n * GIB),
    },
    {
      name: 'the deployment sets the process size itself, within the limit',
      flinkVersion: '1.20',
      config: { 'jobmanager.memory.process.size': '4g' },
      deployment: {
        kind: 'FlinkDeployment',
        jobManager: { podLimitBytes: 2n * GIB },
        injected: { 'jobmanager.memory.process.size': '2g' },
      },
    },
    {
      name: 'Flink 1.10 has no such model of a JobManager',
      flinkVersion: '1.10',
      config: { 'jobmanager.heap.size': '4g' },
      ...pod(GIB),
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const GIB = 1_073_741_824n;
const pod = (podLimitBytes: bigint) => ({
  deployment: { kind: 'Kubernetes', taskManager: { podLimitBytes } } as const,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the limit was lowered and the process size left',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
      ...pod(4n * GIB),
      path: 'taskmanager.memory.process.size',
      fix: { set: { 'taskmanager.memory.process.size': '4294967296b' }, unset: [] },
    },
    {
      name: 'the Flink size alone is above the limit, so that no process size can mend it',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.flink.size': '2g' },
      ...pod(GIB),
      path: 'taskmanager.memory.process.size',
    },
    {
      name: 'the deployment sets a size over that of the file, and it is too large',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '1g' },
      deployment: {
        kind: 'FlinkDeployment',
        taskManager: { podLimitBytes: 2n * GIB },
        injected: { 'taskmanager.memory.process.size': '4g' },
      },
      path: 'taskmanager.memory.process.size',
    },
  ],
  silent: [
    {
      name: 'the process is as large as its pod',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
      ...pod(8n * GIB),
    },
    {
      name: 'nothing is said of the pod',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
    },
  ],
};

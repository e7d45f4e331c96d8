import type { RuleCases } from '../rule-cases.js';

const pod = (cores: number) => ({ deployment: { kind: 'FlinkDeployment', taskManager: { cores } } }) as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'one slot, by default, on 16 cores',
      flinkVersion: '2.3',
      config: {},
      ...pod(16),
      path: 'taskmanager.numberOfTaskSlots',
    },
    {
      name: 'a little more than four for each',
      flinkVersion: '1.17',
      config: { 'taskmanager.numberOfTaskSlots': '2', 'kubernetes.taskmanager.cpu.amount': '8.5' },
      path: 'taskmanager.numberOfTaskSlots',
    },
  ],
  silent: [
    {
      name: 'four for each',
      flinkVersion: '2.3',
      config: { 'taskmanager.numberOfTaskSlots': '2' },
      ...pod(8),
    },
    { name: 'nobody says how many cores there are', flinkVersion: '2.3', config: {} },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const config = { 'parallelism.default': '9', 'taskmanager.numberOfTaskSlots': '4' };
const standalone = (replicas: number) =>
  ({ deployment: { kind: 'Standalone', taskManager: { replicas } } }) as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'one slot too few',
      flinkVersion: '2.3',
      config,
      ...standalone(2),
      path: 'taskmanager.numberOfTaskSlots',
      severity: 'error',
    },
    {
      name: 'two slot sharing groups',
      flinkVersion: '1.20',
      config: { 'taskmanager.numberOfTaskSlots': '4' },
      workload: {
        operators: [
          { id: 'source', kind: 'source', parallelism: 6 },
          { id: 'sink', kind: 'sink', parallelism: 3, slotSharingGroup: 'out' },
        ],
        edges: [],
      },
      environment: { taskManagers: 2 },
      path: 'taskmanager.numberOfTaskSlots',
    },
    {
      name: 'a limit of slots on YARN',
      flinkVersion: '1.13',
      config: { ...config, 'slotmanager.number-of-slots.max': '8' },
      deployment: { kind: 'Yarn' },
      path: 'slotmanager.number-of-slots.max',
    },
    {
      name: 'the adaptive scheduler makes do with less',
      flinkVersion: '2.3',
      config: { ...config, 'jobmanager.scheduler': 'adaptive' },
      ...standalone(2),
      path: 'taskmanager.numberOfTaskSlots',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'as many as it takes',
      flinkVersion: '2.3',
      config: { ...config, 'parallelism.default': '8' },
      ...standalone(2),
    },
    {
      name: 'Flink starts TaskManagers itself',
      flinkVersion: '2.3',
      config,
      deployment: { kind: 'FlinkDeployment' },
    },
    {
      name: 'reactive mode',
      flinkVersion: '2.3',
      config: { ...config, 'scheduler-mode': 'reactive' },
      ...standalone(2),
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const shuffle = (parallelism: number) => ({
  workload: {
    operators: [
      { id: 'map', kind: 'map', parallelism },
      { id: 'reduce', kind: 'aggregate', parallelism },
    ],
    edges: [{ from: 'map', to: 'reduce', shipStrategy: 'HASH' }],
  },
});

const four = { 'taskmanager.numberOfTaskSlots': '4', 'taskmanager.memory.flink.size': '4g' };
const network = (size: string) => ({
  'taskmanager.memory.network.min': size,
  'taskmanager.memory.network.max': size,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a shuffle of 200 subtasks, four to a TaskManager, in the default minimum of 64 MB',
      flinkVersion: '1.20',
      config: { ...four, ...network('64m') },
      ...shuffle(200),
      path: 'taskmanager.memory.network.min',
    },
    {
      name: 'the keys of Flink before 1.10 bound it',
      flinkVersion: '1.13',
      config: {
        ...four,
        'taskmanager.network.memory.min': '16m',
        'taskmanager.network.memory.max': '32m',
      },
      ...shuffle(200),
      path: 'taskmanager.network.memory.min',
    },
  ],
  silent: [
    {
      name: 'a shuffle of 40 subtasks needs 16 MB',
      flinkVersion: '1.20',
      config: { ...four, ...network('16m') },
      ...shuffle(40),
    },
    {
      name: 'a tenth of 4 GB is enough for 200',
      flinkVersion: '1.20',
      config: four,
      ...shuffle(200),
    },
    {
      name: 'nobody says how parallel the job is',
      flinkVersion: '1.20',
      config: { ...four, ...network('1m') },
      workload: {
        operators: [
          { id: 'map', kind: 'map' },
          { id: 'reduce', kind: 'aggregate' },
        ],
        edges: [{ from: 'map', to: 'reduce', shipStrategy: 'HASH' }],
      },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a TaskManager of 64 GB has 6 GB of network buffers',
      flinkVersion: '1.17',
      config: { 'taskmanager.memory.process.size': '64g' },
      path: 'taskmanager.memory.network.max',
    },
    {
      name: 'a tenth of 10 GB and a little',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.flink.size': '10241m' },
      path: 'taskmanager.memory.network.max',
    },
  ],
  silent: [
    {
      name: 'a tenth of what is just below 10 GB',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.flink.size': '10239m' },
    },
    {
      name: 'Flink 1.16 has a maximum of 1 GB',
      flinkVersion: '1.16',
      config: { 'taskmanager.memory.process.size': '64g' },
    },
    {
      name: 'a maximum is set',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '64g', 'taskmanager.memory.network.max': '4g' },
    },
  ],
};

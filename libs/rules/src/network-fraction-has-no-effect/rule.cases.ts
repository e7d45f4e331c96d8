import type { RuleCases } from '../rule-cases.js';

const fifth = (flink: string) => ({
  'taskmanager.memory.flink.size': flink,
  'taskmanager.memory.network.fraction': '0.25',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a quarter of 8 GB is above the maximum of 1 GB that Flink had before 1.17',
      flinkVersion: '1.16',
      config: fifth('8g'),
      path: 'taskmanager.memory.network.fraction',
    },
    {
      name: 'the maximum decides, as it would with the default fraction',
      flinkVersion: '2.3',
      config: { ...fifth('8g'), 'taskmanager.memory.network.max': '256m' },
      path: 'taskmanager.memory.network.fraction',
      fix: { set: {}, unset: ['taskmanager.memory.network.fraction'] },
    },
    {
      name: 'the minimum decides; all by the keys of Flink before 1.10',
      flinkVersion: '1.12',
      config: {
        'taskmanager.memory.process.size': '2g',
        'taskmanager.network.memory.fraction': '0.05',
        'taskmanager.network.memory.min': '512m',
      },
      path: 'taskmanager.network.memory.fraction',
    },
  ],
  silent: [
    { name: 'a quarter of 4 GB is the maximum itself', flinkVersion: '1.16', config: fifth('4g') },
    { name: 'from 1.17 on there is no maximum by default', flinkVersion: '1.17', config: fifth('8g') },
  ],
};

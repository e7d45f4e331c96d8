import type { RuleCases } from '../rule-cases.js';

const slots = (count: string, managed: string) => ({
  'state.backend': 'rocksdb',
  'taskmanager.memory.process.size': '8g',
  'taskmanager.memory.managed.size': managed,
  'taskmanager.numberOfTaskSlots': count,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the fresh download with four slots: 128 MB each',
      flinkVersion: '1.20',
      config: slots('4', '512m'),
      path: 'taskmanager.numberOfTaskSlots',
    },
    {
      name: 'eight slots in 1500 MB, enough for seven',
      flinkVersion: '2.3',
      config: slots('8', '1500m'),
      path: 'taskmanager.numberOfTaskSlots',
    },
  ],
  silent: [
    { name: 'eight slots have 193 MB each', flinkVersion: '2.3', config: slots('8', '1544m') },
    {
      name: 'memory is fixed for each slot',
      flinkVersion: '1.20',
      config: { ...slots('4', '512m'), 'state.backend.rocksdb.memory.fixed-per-slot': '256m' },
    },
    { name: 'one slot has all there is', flinkVersion: '1.20', config: slots('1', '128m') },
  ],
};

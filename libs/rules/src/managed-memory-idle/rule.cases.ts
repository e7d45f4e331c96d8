import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'state lies on the heap, and 40 % of Flink memory is reserved for none',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g', 'state.backend.type': 'hashmap' },
      path: 'taskmanager.memory.managed.size',
      severity: 'warning',
      fix: { set: { 'taskmanager.memory.managed.size': '0b' }, unset: [] },
    },
    {
      name: 'an old name of the same backend, and a fraction that goes with it',
      flinkVersion: '1.12',
      config: {
        'taskmanager.memory.process.size': '8g',
        'taskmanager.memory.managed.fraction': '0.3',
        'state.backend': 'filesystem',
      },
      path: 'taskmanager.memory.managed.size',
      fix: {
        set: { 'taskmanager.memory.managed.size': '0b' },
        unset: ['taskmanager.memory.managed.fraction'],
      },
    },
    {
      name: 'no backend is named, so it is the heap unless the job says otherwise',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '8g' },
      path: 'taskmanager.memory.managed.size',
      severity: 'info',
    },
  ],
  silent: [
    {
      name: 'no managed memory is reserved',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '8g',
        'state.backend.type': 'hashmap',
        'taskmanager.memory.managed.size': '0',
      },
    },
    {
      name: 'no backend is named in the configuration of a fresh download',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '1728m' },
    },
    {
      name: 'RocksDB takes it',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g', 'state.backend': 'rocksdb' },
    },
    {
      name: 'operators of a batch job take it',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g', 'execution.runtime-mode': 'BATCH' },
    },
    {
      name: 'monitoring saw it taken',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g', 'state.backend.type': 'hashmap' },
      observed: { managedUsedBytes: 1 },
    },
  ],
};

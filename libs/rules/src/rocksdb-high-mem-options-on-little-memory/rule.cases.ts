import type { RuleCases } from '../rule-cases.js';

const highMemory = (managed: string, slots: string) => ({
  'state.backend': 'rocksdb',
  'state.backend.rocksdb.predefined-options': 'SPINNING_DISK_OPTIMIZED_HIGH_MEM',
  'taskmanager.memory.process.size': '16g',
  'taskmanager.memory.managed.size': managed,
  'taskmanager.numberOfTaskSlots': slots,
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'four slots share 2 GB',
      flinkVersion: '1.20',
      config: highMemory('2g', '4'),
      path: 'state.backend.rocksdb.predefined-options',
      fix: { set: { 'state.backend.rocksdb.predefined-options': 'SPINNING_DISK_OPTIMIZED' }, unset: [] },
    },
    {
      name: 'a slot has a megabyte less than a gigabyte',
      flinkVersion: '2.3',
      config: highMemory('1023m', '1'),
      path: 'state.backend.rocksdb.predefined-options',
    },
  ],
  silent: [
    { name: 'a slot has a gigabyte', flinkVersion: '2.3', config: highMemory('1g', '1') },
    {
      name: 'the plain set for spinning disks',
      flinkVersion: '1.20',
      config: {
        ...highMemory('2g', '4'),
        'state.backend.rocksdb.predefined-options': 'SPINNING_DISK_OPTIMIZED',
      },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const on = (medium: 'FLASH' | 'SPINNING') => ({
  cluster: {
    machine: { networkIn: 1e9, networkOut: 1e9, stateDisk: { attachment: 'local', medium } },
  },
});
const rocksdb = (options?: string) => ({
  'state.backend': 'rocksdb',
  'taskmanager.memory.process.size': '4g',
  ...(options !== undefined && { 'state.backend.rocksdb.predefined-options': options }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'no options on flash',
      flinkVersion: '1.20',
      config: rocksdb(),
      ...on('FLASH'),
      path: 'state.backend.rocksdb.predefined-options',
      severity: 'info',
      fix: { set: { 'state.backend.rocksdb.predefined-options': 'FLASH_SSD_OPTIMIZED' }, unset: [] },
    },
    {
      name: 'options of spinning disks on flash',
      flinkVersion: '2.3',
      config: rocksdb('spinning_disk_optimized_high_mem'),
      ...on('FLASH'),
      path: 'state.backend.rocksdb.predefined-options',
      severity: 'warning',
    },
    {
      name: 'options of flash on a spinning disk',
      flinkVersion: '1.13',
      config: rocksdb('FLASH_SSD_OPTIMIZED'),
      ...on('SPINNING'),
      path: 'state.backend.rocksdb.predefined-options',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'options of flash on flash',
      flinkVersion: '1.20',
      config: rocksdb('FLASH_SSD_OPTIMIZED'),
      ...on('FLASH'),
    },
    {
      name: 'either set for spinning disks on a spinning disk',
      flinkVersion: '1.20',
      config: rocksdb('SPINNING_DISK_OPTIMIZED_HIGH_MEM'),
      ...on('SPINNING'),
    },
    {
      name: 'the threads are set by hand',
      flinkVersion: '1.20',
      config: { ...rocksdb(), 'state.backend.rocksdb.thread.num': '4' },
      ...on('FLASH'),
    },
  ],
};

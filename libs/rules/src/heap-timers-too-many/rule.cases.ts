import type { RuleCases } from '../rule-cases.js';

const timers = (count: number) => ({ job: { timers: count }, environment: { taskManagers: 2 } });
/** 1000 MB of heap, of which timers may take 100: half a million of 200 B. */
const heap = (backend: string) => ({
  'taskmanager.memory.framework.heap.size': '128000000b',
  'taskmanager.memory.task.heap.size': '872000000b',
  'taskmanager.memory.managed.size': '512m',
  'state.backend': backend,
  [`state.backend.${backend}.timer-service.factory`]: 'HEAP',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'ten million timers on two heaps of 1 GB',
      flinkVersion: '1.20',
      config: heap('rocksdb'),
      ...timers(10_000_000),
      path: 'state.backend.rocksdb.timer-service.factory',
      fix: { set: {}, unset: ['state.backend.rocksdb.timer-service.factory'] },
    },
    {
      name: 'one timer more than a tenth of the heap holds, with ForSt',
      flinkVersion: '2.3',
      config: heap('forst'),
      ...timers(1_000_001),
      path: 'state.backend.forst.timer-service.factory',
    },
  ],
  silent: [
    {
      name: 'as many as a tenth of the heap holds',
      flinkVersion: '2.3',
      config: heap('rocksdb'),
      ...timers(1_000_000),
    },
    {
      name: 'RocksDB keeps them by default',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g', 'state.backend': 'rocksdb' },
      ...timers(10_000_000),
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const tuned = (managed: string) => ({
  'taskmanager.memory.process.size': '8gb',
  'taskmanager.memory.managed.size': managed,
  'taskmanager.memory.task.heap.size': '1024m',
  'taskmanager.memory.jvm-metaspace.size': '120m',
  'taskmanager.memory.network.min': '32m',
  'taskmanager.memory.network.max': '32m',
  'state.backend': 'rocksdb',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the tuned TaskManager of the talk leaves 141 MB over, which RocksDB can have',
      flinkVersion: '1.17',
      config: tuned('5800m'),
      path: 'taskmanager.memory.process.size',
      fix: { set: { 'taskmanager.memory.managed.size': '6229380288b' }, unset: [] },
    },
    {
      name: 'process and Flink memory are both stated, 70 MB apart from what fits',
      flinkVersion: '2.3',
      config: { 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.flink.size': '3360m' },
      path: 'taskmanager.memory.process.size',
    },
  ],
  silent: [
    {
      name: 'all but the derived JVM overhead is given to pools',
      flinkVersion: '1.17',
      config: tuned('5940m'),
    },
    {
      name: 'JVM overhead is derived',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '8g' },
    },
  ],
};

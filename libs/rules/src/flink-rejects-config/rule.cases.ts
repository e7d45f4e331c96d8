import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the process is smaller than the smallest that Flink accepts',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '512m' },
      path: 'taskmanager.memory.process.size',
    },
    {
      name: 'managed memory of the tuned 8 GB TaskManager is 36 MB too small, so JVM overhead leaves its range',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '8gb',
        'taskmanager.memory.managed.size': '5700m',
        'taskmanager.memory.task.heap.size': '1024m',
        'taskmanager.memory.jvm-metaspace.size': '120m',
        'taskmanager.memory.network.min': '32m',
        'taskmanager.memory.network.max': '32m',
      },
      path: 'taskmanager.memory.process.size',
    },
    {
      name: 'a JobManager whose heap alone is larger than the process',
      flinkVersion: '2.3',
      config: { 'jobmanager.memory.process.size': '1g', 'jobmanager.memory.heap.size': '2g' },
      path: 'jobmanager.memory.process.size',
    },
    {
      name: 'a fraction, and no total that it would be of',
      flinkVersion: '1.17',
      config: { 'taskmanager.memory.managed.fraction': '0.6' },
      path: 'taskmanager.memory.task.heap.size',
    },
    {
      name: 'a name of predefined options that RocksDB does not have',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '4g',
        'state.backend.type': 'rocksdb',
        'state.backend.rocksdb.predefined-options': 'FLASH',
      },
      path: 'state.backend.rocksdb.predefined-options',
    },
    {
      name: 'the cut-off of a container before 1.10 is all of it',
      flinkVersion: '1.9',
      config: { 'taskmanager.heap.size': '512m' },
      deployment: { kind: 'Yarn' },
      path: 'containerized.heap-cutoff-min',
    },
  ],
  silent: [
    {
      name: 'managed memory of the tuned 8 GB TaskManager is the least that Flink accepts',
      flinkVersion: '1.20',
      config: {
        'taskmanager.memory.process.size': '8gb',
        'taskmanager.memory.managed.size': '5736m',
        'taskmanager.memory.task.heap.size': '1024m',
        'taskmanager.memory.jvm-metaspace.size': '120m',
        'taskmanager.memory.network.min': '32m',
        'taskmanager.memory.network.max': '32m',
      },
    },
    {
      name: 'nothing is said of memory',
      flinkVersion: '2.3',
      config: { 'parallelism.default': '4' },
    },
    {
      name: 'the total comes from the deployment',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.managed.fraction': '0.6' },
      deployment: { kind: 'FlinkDeployment', injected: { 'taskmanager.memory.process.size': '4g' } },
    },
    {
      name: 'the TaskManagers of a session are sized by its own file',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.managed.fraction': '0.6' },
      deployment: { kind: 'FlinkSessionJob' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const MIB = 1_048_576;

export const cases: RuleCases = {
  fires: [
    {
      name: '240 of 256 MB are in use',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      observed: { metaspaceUsedBytes: 240 * MIB },
      path: 'taskmanager.memory.jvm-metaspace.size',
      fix: { set: { 'taskmanager.memory.jvm-metaspace.size': '288m' }, unset: [] },
    },
    {
      name: 'one byte above nine tenths; with every pool fixed the process would have to grow',
      flinkVersion: '2.3',
      config: {
        'taskmanager.memory.flink.size': '2g',
        'taskmanager.memory.jvm-metaspace.size': '100m',
      },
      observed: { metaspaceUsedBytes: 90 * MIB + 1 },
      path: 'taskmanager.memory.jvm-metaspace.size',
    },
  ],
  silent: [
    {
      name: 'nine tenths are in use, as the tuned TaskManager of the talk has it',
      flinkVersion: '2.3',
      config: {
        'taskmanager.memory.flink.size': '2g',
        'taskmanager.memory.jvm-metaspace.size': '100m',
      },
      observed: { metaspaceUsedBytes: 90 * MIB },
    },
    {
      name: 'nobody looked at it',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.process.size': '4g' },
      observed: { heapUsedAfterGcBytes: 100 * MIB },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the heap of before 1.10, which 2.x ignores',
      flinkVersion: '2.3',
      config: { 'taskmanager.heap.size': '4g' },
      path: 'taskmanager.heap.size',
      severity: 'error',
    },
    {
      name: 'an old key whose option lives on',
      flinkVersion: '2.3',
      config: { 'state.backend.rocksdb.checkpointdir': '/data/rocksdb' },
      path: 'state.backend.rocksdb.checkpointdir',
      fix: {
        set: { 'state.backend.rocksdb.localdir': '/data/rocksdb' },
        unset: ['state.backend.rocksdb.checkpointdir'],
      },
    },
    {
      name: 'slots spread out by the switch of 1.x',
      flinkVersion: '2.0',
      config: { 'cluster.evenly-spread-out-slots': 'true' },
      path: 'cluster.evenly-spread-out-slots',
      fix: { set: { 'taskmanager.load-balance.mode': 'SLOTS' }, unset: ['cluster.evenly-spread-out-slots'] },
    },
    {
      name: 'a number of buffers',
      flinkVersion: '2.3',
      config: { 'taskmanager.network.memory.buffers-per-channel': '4' },
      path: 'taskmanager.network.memory.buffers-per-channel',
    },
  ],
  silent: [
    {
      name: 'the version that reads it still',
      flinkVersion: '1.20',
      config: { 'taskmanager.heap.size': '4g' },
    },
    { name: 'an old key that 2.x reads', flinkVersion: '2.3', config: { 'akka.ask.timeout': '20 s' } },
    { name: 'a key that no version had', flinkVersion: '2.3', config: { 'taskmanager.process.size': '8g' } },
    {
      name: 'a key of the future',
      flinkVersion: '1.17',
      config: { 'execution.checkpointing.dir': 's3://b/c' },
    },
  ],
};

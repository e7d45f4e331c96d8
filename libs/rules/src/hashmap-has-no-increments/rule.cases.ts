import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'increments of state on the heap',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'hashmap', 'execution.checkpointing.incremental': 'true' },
      path: 'execution.checkpointing.incremental',
      severity: 'info',
    },
    {
      name: 'no backend is named, so it is the heap',
      flinkVersion: '1.17',
      config: { 'state.backend.incremental': 'true' },
      path: 'state.backend.incremental',
    },
    {
      name: 'a backend of old that differs only in where checkpoints go',
      flinkVersion: '1.12',
      config: { 'state.backend': 'filesystem', 'state.backend.incremental': 'true' },
      path: 'state.backend.incremental',
    },
  ],
  silent: [
    {
      name: 'state on disk',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'rocksdb', 'execution.checkpointing.incremental': 'true' },
    },
    {
      name: 'full checkpoints of the heap',
      flinkVersion: '1.20',
      config: { 'state.backend.type': 'hashmap' },
    },
    {
      name: 'a backend of another name',
      flinkVersion: '1.20',
      config: {
        'state.backend.type': 'com.example.OwnStateBackendFactory',
        'execution.checkpointing.incremental': 'true',
      },
    },
  ],
};

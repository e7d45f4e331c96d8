import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the state backend by its name of before 1.17',
      flinkVersion: '2.3',
      config: { 'state.backend': 'rocksdb' },
      path: 'state.backend',
      fix: { set: { 'state.backend.type': 'rocksdb' }, unset: ['state.backend'] },
    },
    {
      name: 'one old key that feeds two options',
      flinkVersion: '2.3',
      config: { 'state.backend.local-recovery': 'true' },
      path: 'state.backend.local-recovery',
      fix: {
        set: {
          'execution.checkpointing.local-backup.enabled': 'true',
          'execution.state-recovery.from-local': 'true',
        },
        unset: ['state.backend.local-recovery'],
      },
    },
    {
      name: 'one of the two is set by its own key, which keeps its value',
      flinkVersion: '2.3',
      config: {
        'state.backend.local-recovery': 'true',
        'execution.checkpointing.local-backup.enabled': 'false',
      },
      path: 'state.backend.local-recovery',
    },
    {
      name: 'an option that is deprecated and has no other that reads it',
      flinkVersion: '1.20',
      config: { 'cluster.evenly-spread-out-slots': 'true' },
      path: 'cluster.evenly-spread-out-slots',
    },
  ],
  silent: [
    { name: 'the key of that version', flinkVersion: '1.13', config: { 'state.backend': 'rocksdb' } },
    { name: 'a key that another option falls back to', flinkVersion: '2.3', config: { 'rest.port': '8081' } },
    {
      name: 'set in vain, which is another finding',
      flinkVersion: '2.3',
      config: { 'state.backend': 'rocksdb', 'state.backend.type': 'hashmap' },
    },
  ],
};

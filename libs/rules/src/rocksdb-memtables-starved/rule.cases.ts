import type { LintOperator } from '../facts.js';
import type { RuleCases } from '../rule-cases.js';

const states = (count: number) => ({
  workload: {
    operators: Array.from(
      { length: count },
      (_, at): LintOperator => ({ id: `state-${at}`, kind: 'aggregate', state: { entryBytes: 100 } }),
    ),
    edges: [],
  },
});

const managed = (size: string) => ({
  'taskmanager.memory.process.size': '4g',
  'taskmanager.memory.managed.size': size,
  'state.backend': 'rocksdb',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'three states want 384 MB, and 256 MB of managed memory give them 85',
      flinkVersion: '1.20',
      config: managed('256m'),
      ...states(3),
      path: 'taskmanager.memory.managed.size',
    },
    {
      name: 'a window has timers beside its state',
      flinkVersion: '2.3',
      config: managed('96m'),
      workload: {
        operators: [
          {
            id: 'w',
            kind: 'window',
            state: { entryBytes: 40 },
            window: { assigner: 'tumbling', size: 60_000 },
          },
        ],
        edges: [],
      },
      path: 'taskmanager.memory.managed.size',
    },
  ],
  silent: [
    {
      name: 'two states want four times what 192 MB of managed memory give them',
      flinkVersion: '1.20',
      config: managed('192m'),
      ...states(2),
    },
    {
      name: 'nothing keeps state',
      flinkVersion: '1.20',
      config: managed('64m'),
      workload: { operators: [{ id: 'm', kind: 'map' }], edges: [] },
    },
  ],
};

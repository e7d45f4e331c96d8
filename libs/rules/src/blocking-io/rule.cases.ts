import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one operator asks a database',
      flinkVersion: '1.20',
      config: {},
      job: { blockingOperators: ['enrich'] },
      path: '/job/blockingOperators/0',
      severity: 'warning',
    },
    {
      name: 'calls of 20 ms in 8 subtasks',
      flinkVersion: '2.3',
      config: {},
      job: { blockingOperators: ['score', 'enrich'], externalCallMs: 20 },
      workload: { operators: [{ id: 'enrich', kind: 'map', parallelism: 8 }], edges: [] },
      path: '/job/blockingOperators/1',
    },
  ],
  silent: [
    { name: 'no operator waits', flinkVersion: '1.20', config: {}, job: { blockingOperators: [] } },
    { name: 'calls that nobody waits for', flinkVersion: '1.20', config: {}, job: { externalCallMs: 20 } },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const workload = (recordsPerSecond: number, connector?: string) => ({
  operators: [
    { id: 'in', kind: 'source', recordsPerSecond, selectivity: 0.5 },
    { id: 'enrich', kind: 'map', parallelism: 8, ...(connector !== undefined && { connector }) },
  ],
  edges: [{ from: 'in', to: 'enrich', shipStrategy: 'REBALANCE' }],
});
const blocking = { blockingOperators: ['enrich'], externalCallMs: 20 };

export const cases: RuleCases = {
  fires: [
    {
      name: '8 threads do 400 records a second, and 401 come',
      flinkVersion: '1.20',
      config: {},
      workload: workload(802),
      job: blocking,
      path: '/workload/operators/1',
      severity: 'error',
    },
    {
      name: 'the capacity of lookups was lowered',
      flinkVersion: '2.3',
      config: { 'table.exec.async-lookup.buffer-capacity': '10' },
      workload: workload(8002, 'external'),
      job: { externalCallMs: 20 },
      path: '/workload/operators/1',
    },
  ],
  silent: [
    {
      name: '8 threads for 400 records',
      flinkVersion: '1.20',
      config: {},
      workload: workload(800),
      job: blocking,
    },
    {
      name: '100 calls in flight in each subtask',
      flinkVersion: '2.3',
      config: {},
      workload: workload(80_000, 'external'),
      job: { externalCallMs: 20 },
    },
    {
      name: 'nothing is known of how long a call takes',
      flinkVersion: '1.20',
      config: {},
      workload: workload(802),
      job: { blockingOperators: ['enrich'] },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

/** In 5 minutes 30 M records meet all of the 100 000 keys: 10 000 results a second for 10 s. */
const workload = (
  cpuMicrosPerRecord: number,
  window: { assigner: string; size?: number; slide?: number },
) => ({
  operators: [
    { id: 'in', kind: 'source', recordsPerSecond: 100_000 },
    { id: 'count', kind: 'window', keys: 100_000, parallelism: 8, window },
    { id: 'store', kind: 'map', parallelism: 4, cpuMicrosPerRecord },
  ],
  edges: [
    { from: 'in', to: 'count', shipStrategy: 'HASH' },
    { from: 'count', to: 'store', shipStrategy: 'REBALANCE' },
  ],
});

export const cases: RuleCases = {
  fires: [
    {
      name: '10 000 a second of 321 µs are more than 4 subtasks at 80 %',
      flinkVersion: '1.20',
      config: {},
      workload: workload(321, { assigner: 'sliding', size: 300_000, slide: 60_000 }),
      path: '/workload/operators/2/parallelism',
    },
    {
      name: 'windows of a second leave a second',
      flinkVersion: '2.3',
      config: {},
      workload: workload(100, { assigner: 'tumbling', size: 1000 }),
      path: '/workload/operators/2/parallelism',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: '10 000 a second of 320 µs',
      flinkVersion: '1.20',
      config: {},
      workload: workload(320, { assigner: 'sliding', size: 300_000, slide: 60_000 }),
    },
    {
      name: 'sessions end one by one',
      flinkVersion: '1.20',
      config: {},
      workload: workload(1000, { assigner: 'session' }),
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const workload = (cpuMicrosPerRecord: number) => ({
  operators: [
    { id: 'in', kind: 'source', recordsPerSecond: 100_000 },
    { id: 'score', kind: 'map', parallelism: 8, cpuMicrosPerRecord },
  ],
  edges: [{ from: 'in', to: 'score', shipStrategy: 'REBALANCE' }],
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a peak of twice the mean, and 41 µs',
      flinkVersion: '1.20',
      config: {},
      workload: workload(41),
      job: { peakRatio: 2 },
      path: '/workload/operators/1/parallelism',
      severity: 'warning',
    },
    {
      name: 'not even the mean',
      flinkVersion: '2.3',
      config: {},
      workload: workload(81),
      job: { peakRatio: 1 },
      path: '/workload/operators/1/parallelism',
      severity: 'error',
    },
  ],
  silent: [
    {
      name: 'a peak of twice the mean, and 40 µs',
      flinkVersion: '1.20',
      config: {},
      workload: workload(40),
      job: { peakRatio: 2 },
    },
    {
      name: 'nothing is known of peaks',
      flinkVersion: '1.20',
      config: {},
      workload: workload(81),
      job: {},
    },
  ],
};

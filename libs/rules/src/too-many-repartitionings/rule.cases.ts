import type { RuleCases } from '../rule-cases.js';

const chain = (...strategies: readonly string[]) => ({
  operators: [
    { id: 'op0', kind: 'source' },
    ...strategies.map((_, at) => ({ id: `op${at + 1}`, kind: 'map' })),
  ],
  edges: strategies.map((shipStrategy, at) => ({ from: `op${at}`, to: `op${at + 1}`, shipStrategy })),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'four times',
      flinkVersion: '1.20',
      config: {},
      workload: chain('REBALANCE', 'HASH', 'FORWARD', 'HASH', 'HASH'),
      path: '/workload/edges',
    },
    {
      name: 'four times on one of two ways, over 5 machines',
      flinkVersion: '2.3',
      config: {},
      workload: {
        operators: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, kind: id === 'a' ? 'source' : 'map' })),
        edges: [
          { from: 'a', to: 'e', shipStrategy: 'FORWARD' },
          { from: 'a', to: 'b', shipStrategy: 'HASH' },
          { from: 'b', to: 'c', shipStrategy: 'RESCALE' },
          { from: 'c', to: 'd', shipStrategy: 'BROADCAST' },
          { from: 'd', to: 'e', shipStrategy: 'HASH' },
        ],
      },
      cluster: { machines: 5, machine: { networkIn: 1, networkOut: 1 } },
      path: '/workload/edges',
    },
  ],
  silent: [
    {
      name: 'three times',
      flinkVersion: '1.20',
      config: {},
      workload: chain('REBALANCE', 'HASH', 'FORWARD', 'FORWARD', 'HASH'),
    },
    {
      name: 'two ways of two each',
      flinkVersion: '1.20',
      config: {},
      workload: {
        operators: ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: id === 'a' ? 'source' : 'map' })),
        edges: [
          { from: 'a', to: 'b', shipStrategy: 'HASH' },
          { from: 'a', to: 'c', shipStrategy: 'HASH' },
          { from: 'b', to: 'd', shipStrategy: 'HASH' },
          { from: 'c', to: 'd', shipStrategy: 'HASH' },
        ],
      },
    },
  ],
};

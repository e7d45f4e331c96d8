import { check } from './check.js';
import type { CapacityRequest, Operator } from './request.js';

const SOURCE: Operator = { id: 'in', kind: 'source', recordsPerSecond: 1000, recordBytes: 100 };
const SINK: Operator = { id: 'out', kind: 'sink' };
const FORWARD = { from: 'in', to: 'out', shipStrategy: 'FORWARD' as const };

const base: CapacityRequest = {
  workload: { operators: [SOURCE, SINK], edges: [FORWARD] },
  cluster: { machines: 2, machine: { networkIn: 1e9, networkOut: 1e9 } },
};
const pointers = (request: CapacityRequest) => check(request).map(({ pointer }) => pointer);
const withOperators = (...operators: Operator[]): CapacityRequest => ({
  ...base,
  workload: { ...base.workload, operators },
});
const withCluster = (cluster: Partial<CapacityRequest['cluster']>): CapacityRequest => ({
  ...base,
  cluster: { ...base.cluster, ...cluster },
});
const window = (fields: Operator['window']): CapacityRequest => ({
  ...base,
  workload: {
    operators: [SOURCE, { id: 'w', kind: 'window', keys: 10, window: fields }],
    edges: [{ from: 'in', to: 'w', shipStrategy: 'HASH' }],
  },
});

describe('a request that cannot be planned', () => {
  it('is none when everything is in order', () => {
    expect(check(base)).toEqual([]);
  });

  it.each<[string, CapacityRequest, string[]]>([
    [
      'negative rate',
      withOperators({ ...SOURCE, recordsPerSecond: -1 }, SINK),
      ['/workload/operators/0/recordsPerSecond'],
    ],
    ['zero size', withOperators({ ...SOURCE, recordBytes: 0 }, SINK), ['/workload/operators/0/recordBytes']],
    [
      'infinite rate',
      withOperators({ ...SOURCE, recordsPerSecond: Number.POSITIVE_INFINITY }, SINK),
      ['/workload/operators/0/recordsPerSecond'],
    ],
    [
      'NaN',
      withOperators({ ...SOURCE, selectivity: Number.NaN }, SINK),
      ['/workload/operators/0/selectivity'],
    ],
    [
      'fractional parallelism',
      withOperators({ ...SOURCE, parallelism: 1.5 }, { ...SINK, parallelism: 1.5 }),
      ['/workload/operators/0/parallelism', '/workload/operators/1/parallelism'],
    ],
    [
      'parallelism above the key groups',
      withOperators({ ...SOURCE, parallelism: 32_769 }, { ...SINK, parallelism: 32_769 }),
      ['/workload/operators/0/parallelism', '/workload/operators/1/parallelism'],
    ],
    [
      'state without keys',
      withOperators(SOURCE, { ...SINK, state: { entryBytes: 8 } }),
      ['/workload/operators/1/keys'],
    ],
    [
      'a window on a sink',
      withOperators(SOURCE, { ...SINK, window: { assigner: 'global' } }),
      ['/workload/operators/1/window'],
    ],
    [
      'a filter that multiplies',
      withOperators(SOURCE, { id: 'out', kind: 'filter', selectivity: 1.1 }),
      ['/workload/operators/1/selectivity'],
    ],
    [
      'an id twice',
      withOperators(SOURCE, { ...SINK, id: 'in' }),
      ['/workload/operators/1/id', '/workload/edges/0/to'],
    ],
    [
      'an arrow in an id',
      withOperators({ ...SOURCE, id: 'a->b' }, SINK),
      ['/workload/operators/0/id', '/workload/edges/0/from', '/workload/operators/1'],
    ],
    ['zero machines', withCluster({ machines: 0 }), ['/cluster/machines']],
    ['too many machines', withCluster({ machines: 100_001 }), ['/cluster/machines']],
    [
      'no network',
      withCluster({ machine: { networkIn: 0, networkOut: 1e9 } }),
      ['/cluster/machine/networkIn'],
    ],
    ['a target above 1', withCluster({ targetUtilization: 1.01 }), ['/cluster/targetUtilization']],
    [
      'a placement of another length',
      withCluster({ placement: [{ operator: 'in', subtasks: [1, 1, 1] }] }),
      ['/cluster/placement/0/subtasks', '/workload/edges/0/shipStrategy'],
    ],
    [
      'a placement of nothing',
      withCluster({ placement: [{ operator: 'nobody', subtasks: [0, 0] }] }),
      ['/cluster/placement/0/operator', '/cluster/placement/0/subtasks'],
    ],
    ['a zero interval', { ...base, checkpointing: { interval: 0 } }, ['/checkpointing/interval']],
    [
      'a sliding window without slide',
      window({ assigner: 'sliding', size: 1000 }),
      ['/workload/operators/1/window/slide'],
    ],
    [
      'a gap on a tumbling window',
      window({ assigner: 'tumbling', size: 1000, gap: 5 }),
      ['/workload/operators/1/window/gap'],
    ],
    [
      'a drain longer than the slide',
      window({ assigner: 'sliding', size: 1000, slide: 100, drain: 101 }),
      ['/workload/operators/1/window/drain'],
    ],
  ])('%s is named by its field', (_name, request, expected) => {
    expect(pointers(request).sort()).toEqual([...expected].sort());
  });

  it.each<[string, CapacityRequest['workload'], string]>([
    [
      'a cycle',
      {
        operators: [SOURCE, { id: 'a', kind: 'map' }, { id: 'b', kind: 'map' }],
        edges: [
          { from: 'in', to: 'a', shipStrategy: 'HASH' },
          { from: 'a', to: 'b', shipStrategy: 'HASH' },
          { from: 'b', to: 'a', shipStrategy: 'HASH' },
        ],
      },
      '/workload/edges/1',
    ],
    [
      'an operator that feeds itself',
      {
        operators: [SOURCE, { id: 'a', kind: 'map' }],
        edges: [{ from: 'a', to: 'a', shipStrategy: 'HASH' }],
      },
      '/workload/edges/0',
    ],
    [
      'a dangling edge',
      { operators: [SOURCE], edges: [{ from: 'in', to: 'gone', shipStrategy: 'HASH' }] },
      '/workload/edges/0/to',
    ],
    [
      'a sink that feeds',
      {
        operators: [SOURCE, SINK, { id: 'more', kind: 'map' }],
        edges: [FORWARD, { from: 'out', to: 'more', shipStrategy: 'HASH' }],
      },
      '/workload/edges/1/from',
    ],
    [
      'a source with inputs',
      {
        operators: [SOURCE, { ...SOURCE, id: 'two' }],
        edges: [{ from: 'in', to: 'two', shipStrategy: 'HASH' }],
      },
      '/workload/edges/0/to',
    ],
    [
      'an operator that nothing feeds',
      { operators: [SOURCE, { id: 'lonely', kind: 'map' }], edges: [] },
      '/workload/operators/1',
    ],
    [
      'a join of one input',
      {
        operators: [SOURCE, { id: 'j', kind: 'join', keys: 5, join: { type: 'regular' } }],
        edges: [{ from: 'in', to: 'j', shipStrategy: 'HASH' }],
      },
      '/workload/operators/1',
    ],
    [
      'FORWARD between unequal parallelism',
      { operators: [SOURCE, { ...SINK, parallelism: 3 }], edges: [FORWARD] },
      '/workload/edges/0/shipStrategy',
    ],
    [
      'a share above 1',
      { operators: [SOURCE, SINK], edges: [{ ...FORWARD, share: 1.5 }] },
      '/workload/edges/0/share',
    ],
    ['no operators', { operators: [], edges: [] }, '/workload/operators'],
  ])('%s is named by its place', (_name, workload, expected) => {
    expect(pointers({ ...base, workload })).toContain(expected);
  });

  it('is told all of its faults at once', () => {
    const request = {
      ...withOperators({ ...SOURCE, recordsPerSecond: -1 }, { ...SINK, parallelism: 0 }),
      checkpointing: { interval: -5 },
    };
    expect(pointers(request)).toEqual(
      expect.arrayContaining([
        '/workload/operators/0/recordsPerSecond',
        '/workload/operators/1/parallelism',
        '/checkpointing/interval',
      ]),
    );
  });

  it('holds at most 1,000 operators and 5,000 edges', () => {
    const operators = [
      SOURCE,
      ...Array.from({ length: 999 }, (_, at): Operator => ({ id: `m${at}`, kind: 'map' })),
    ];
    const edges = Array.from({ length: 5000 }, (_, at) => ({
      from: 'in',
      to: `m${at % 999}`,
      shipStrategy: 'HASH' as const,
    }));
    expect(check({ ...base, workload: { operators, edges } })).toEqual([]);
    const more = [...operators, SINK];
    expect(pointers({ ...base, workload: { operators: more, edges: [...edges, FORWARD] } })).toEqual([
      '/workload/operators',
      '/workload/edges',
    ]);
  });
});

import { checkExactSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { dataflowBuffers } from './dataflow-buffers.js';
import { networkBuffers } from './network-buffers.js';
import {
  type BufferDataflow,
  type DataflowBuffersRequest,
  type Exchange,
  type NetworkBuffersRequest,
  SHIP_STRATEGIES,
} from './request.js';
import type { DataflowBuffers, NetworkBuffers } from './result.js';

const KIB = 2n ** 10n;
const SEGMENT = 32n * KIB;
const PER_CHANNEL = 'taskmanager.network.memory.buffers-per-channel';
const FLOATING = 'taskmanager.network.memory.floating-buffers-per-gate';

/** 40 → 40, four subtasks of each on the TaskManager. */
const hash: Exchange = {
  from: 'source',
  to: 'window',
  shipStrategy: 'HASH',
  upstreamParallelism: 40,
  downstreamParallelism: 40,
  upstreamSubtasks: 4,
  downstreamSubtasks: 4,
};

const base: NetworkBuffersRequest = { flinkVersion: '1.20', config: {}, slots: 4, exchanges: [hash] };

function buffers(request: Partial<NetworkBuffersRequest>): NetworkBuffers {
  const answer = networkBuffers({ ...base, ...request });
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.value;
}

describe('an exchange', () => {
  it.each([
    { shipStrategy: 'HASH', up: 6, down: 4, channels: 6, subpartitions: 4 },
    { shipStrategy: 'REBALANCE', up: 6, down: 4, channels: 6, subpartitions: 4 },
    { shipStrategy: 'BROADCAST', up: 1, down: 4, channels: 1, subpartitions: 4 },
    { shipStrategy: 'GLOBAL', up: 6, down: 4, channels: 6, subpartitions: 4 },
    { shipStrategy: 'FORWARD', up: 6, down: 6, channels: 1, subpartitions: 1 },
    { shipStrategy: 'RESCALE', up: 6, down: 4, channels: 2, subpartitions: 1 },
    { shipStrategy: 'RESCALE', up: 4, down: 6, channels: 1, subpartitions: 2 },
  ] as const)(
    '$shipStrategy from $up to $down has $channels channels and $subpartitions subpartitions',
    ({ shipStrategy, up, down, channels, subpartitions }) => {
      const ends = {
        upstreamParallelism: up,
        downstreamParallelism: down,
        upstreamSubtasks: 1,
        downstreamSubtasks: 1,
      };
      const [exchange] = buffers({ exchanges: [{ ...hash, ...ends, shipStrategy }] }).exchanges;
      expect(exchange?.gate).toMatchObject({
        channels,
        required: 2 * channels + 1,
        target: 2 * channels + 8,
      });
      expect(exchange?.partition).toMatchObject({
        channels: subpartitions,
        required: subpartitions + 1,
        target: 2 * subpartitions + 8,
      });
    },
  );

  it.each([
    { flinkVersion: '1.10', gate: 80, overdraft: 0 },
    { flinkVersion: '1.11', gate: 81, overdraft: 0 },
    { flinkVersion: '1.15', gate: 81, overdraft: 0 },
    { flinkVersion: '1.16', gate: 81, overdraft: 5 },
    { flinkVersion: '1.20', gate: 81, overdraft: 5 },
    { flinkVersion: '2.3', gate: 81, overdraft: 20 },
  ])(
    'insists on $gate buffers for 40 channels in Flink $flinkVersion',
    ({ flinkVersion, gate, overdraft }) => {
      const [exchange] = buffers({ flinkVersion }).exchanges;
      expect(exchange?.gate.required).toBe(gate);
      expect(exchange?.partition.overdraft).toBe(overdraft);
    },
  );

  it.each([
    { flinkVersion: '1.11', subpartitions: 700, gate: 1401, required: 701, target: null },
    { flinkVersion: '1.14', subpartitions: 700, gate: 1401, required: 701, target: null },
    { flinkVersion: '1.16', subpartitions: 700, gate: 1401, required: 512, target: 2800 },
    { flinkVersion: '1.20', subpartitions: 700, gate: 1000, required: 512, target: 2800 },
    { flinkVersion: '2.3', subpartitions: 3, gate: 7, required: 512, target: 512 },
  ])(
    'is sorted, or capped, where it is blocking: $subpartitions subpartitions in Flink $flinkVersion',
    ({ flinkVersion, subpartitions, gate, required, target }) => {
      const ends = { upstreamParallelism: subpartitions, downstreamParallelism: subpartitions };
      const [exchange] = buffers({
        flinkVersion,
        exchanges: [{ ...hash, ...ends, upstreamSubtasks: 1, downstreamSubtasks: 1, mode: 'BLOCKING' }],
      }).exchanges;
      expect(exchange?.gate.required).toBe(gate);
      expect(exchange?.partition).toMatchObject({ required, target, overdraft: 0 });
    },
  );

  it('keeps one exclusive buffer less per channel where a gate may not insist on all', () => {
    const config = { 'taskmanager.network.memory.read-buffer.required-per-gate.max': '60' };
    const [exchange] = buffers({ config }).exchanges;
    expect(exchange?.gate).toMatchObject({
      required: 60,
      exclusivePerChannel: 1,
      requiredFloating: 20,
      targetFloating: 48,
      target: 88,
    });
  });

  it('has tiers where the job’s batch exchanges are hybrid', () => {
    const ends = { upstreamParallelism: 700, downstreamParallelism: 700 };
    const exchanges = [{ ...hash, ...ends, mode: 'HYBRID_FULL' as const }];
    const config = { 'execution.batch-shuffle-mode': 'ALL_EXCHANGES_HYBRID_FULL' };
    const [tiered] = buffers({ exchanges, config }).exchanges;
    expect([tiered?.gate.required, tiered?.partition.required]).toEqual([1000, 101]);
    const [plain] = buffers({ exchanges }).exchanges;
    expect([plain?.gate.required, plain?.partition.required]).toEqual([1401, 701]);
  });
});

describe('a TaskManager', () => {
  it('starts with fewer buffers than all gates insist on, as channels within it take none', () => {
    const enough = buffers({ networkBytes: 456n * SEGMENT });
    expect(enough).toMatchObject({ requiredBuffers: 488, leastBuffers: 456, starts: true, failure: null });
    expect(enough.warnings.join()).toContain('488 are needed where all peers are elsewhere');
    expect(buffers({ networkBytes: 456n * SEGMENT - 1n }).starts).toBe(false);
  });

  it.each([
    { shipStrategy: 'REBALANCE', up: 4, down: 4, taskManagers: 1, least: 24, required: 56 },
    { shipStrategy: 'REBALANCE', up: 4, down: 4, taskManagers: 2, least: 20, required: 28 },
    { shipStrategy: 'FORWARD', up: 4, down: 4, taskManagers: 1, least: 12, required: 20 },
    { shipStrategy: 'FORWARD', up: 4, down: 4, taskManagers: 2, least: 6, required: 10 },
    { shipStrategy: 'RESCALE', up: 4, down: 2, taskManagers: 1, least: 10, required: 18 },
    { shipStrategy: 'RESCALE', up: 4, down: 2, taskManagers: 2, least: 5, required: 9 },
  ] as const)(
    'starts a job of $up $shipStrategy $down on $taskManagers with $least buffers, as a MiniCluster of Flink 1.20.5 did',
    ({ shipStrategy, up, down, taskManagers, least, required }) => {
      const exchange: Exchange = {
        from: 'source',
        to: 'sink',
        shipStrategy,
        upstreamParallelism: up,
        downstreamParallelism: down,
        upstreamSubtasks: up / taskManagers,
        downstreamSubtasks: down / taskManagers,
      };
      expect(buffers({ exchanges: [exchange] })).toMatchObject({
        leastBuffers: least,
        requiredBuffers: required,
      });
      expect(buffers({ exchanges: [{ ...exchange, localChannels: 0 }] }).leastBuffers).toBe(required);
    },
  );

  it('fails with Flink’s text, naming what the task that failed asked for', () => {
    const { failure } = buffers({ networkBytes: 100n * SEGMENT });
    expect(failure).toEqual({
      flinkException: 'IOException',
      flinkMessage:
        'Insufficient number of network buffers: required 41, but only 18 available. ' +
        'The total number of network buffers is currently set to 100 of 32768 bytes each. ' +
        "You can increase this number by setting the configuration keys 'taskmanager.memory.network.fraction', " +
        "'taskmanager.memory.network.min', and 'taskmanager.memory.network.max'.",
      missingBuffers: 356,
    });
  });

  it('fails at a channel of a gate with what a channel asks for', () => {
    const { failure } = buffers({ networkBytes: 170n * SEGMENT });
    expect(failure?.flinkMessage).toContain('required 2, but only 1 available');
    const before = buffers({ networkBytes: 170n * SEGMENT, flinkVersion: '1.13' }).failure;
    expect(before?.flinkMessage).toContain('required 2, but only 0 available');
  });

  it('is given the network memory of its target, in bytes', () => {
    expect(buffers({}).config).toEqual({
      'taskmanager.memory.network.min': '23068672b',
      'taskmanager.memory.network.max': '23068672b',
    });
    expect(buffers({ exchanges: [] }).config).toEqual({});
    expect(buffers({ networkBytes: 23_068_672n }).warnings).toEqual([]);
  });

  it('reads no buffers per channel in Flink 2, and says so', () => {
    const { requiredBuffers, warnings } = buffers({ flinkVersion: '2.0', config: { [PER_CHANNEL]: '4' } });
    expect(requiredBuffers).toBe(488);
    expect(warnings.join()).toContain(`${PER_CHANNEL} is not read by Flink 2`);
    expect(buffers({ config: { [PER_CHANNEL]: '4' } }).requiredBuffers).toBe(808);
  });

  it.each([
    [{ 'taskmanager.memory.segment-size': '33000b' }, 'Memory segment size must be a power of 2.'],
    [{ 'taskmanager.memory.segment-size': '2k' }, 'Minimum memory segment size is 4096'],
    [{ 'taskmanager.memory.segment-size': '4g' }, 'Cannot downcast long value 4294967296 to integer.'],
    [{ [FLOATING]: '0' }, 'The configured floating buffer should be at least 1'],
    [{ [PER_CHANNEL]: '-1' }, 'Must be non-negative.'],
    [{ [PER_CHANNEL]: 'two' }, 'Could not parse value'],
  ])('does not start with %p', (config, message) => {
    const answer = networkBuffers({ ...base, config });
    if (answer.kind !== 'refused') throw new Error(answer.kind);
    expect(answer.refusal.flinkMessage).toContain(message);
    expect(answer.refusal.nearest).not.toBeNull();
  });

  it('does not start with more buffers than Flink counts', () => {
    expect(networkBuffers({ ...base, networkBytes: 2n ** 62n })).toMatchObject({
      kind: 'refused',
      refusal: { flinkException: 'IllegalArgumentException' },
    });
  });

  it('names every value that cannot be, at once', () => {
    const exchanges: Exchange[] = [
      { ...hash, shipStrategy: 'FORWARD', downstreamParallelism: 39 },
      {
        ...hash,
        from: 'window',
        to: 'sink',
        upstreamSubtasks: 3,
        upstreamParallelism: 40_000,
        mode: 'HYBRID_FULL',
      },
    ];
    const answer = networkBuffers({ ...base, flinkVersion: '1.15', slots: 0, exchanges, networkBytes: -1n });
    if (answer.kind !== 'rejected') throw new Error(answer.kind);
    expect(answer.rejections.map(({ pointer }) => pointer).sort()).toEqual([
      '/exchanges/0/shipStrategy',
      '/exchanges/1/mode',
      '/exchanges/1/upstreamParallelism',
      '/exchanges/1/upstreamSubtasks',
      '/networkBytes',
      '/slots',
    ]);
  });

  it('rejects more buffers for a subtask than Flink counts', () => {
    expect(networkBuffers({ ...base, config: { [PER_CHANNEL]: '2147483647' } })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/exchanges/0' }],
    });
  });
});

describe('a dataflow', () => {
  const dataflow: BufferDataflow = {
    operators: [
      { id: 'source', parallelism: 10 },
      { id: 'map', parallelism: 10 },
      { id: 'window', parallelism: 20 },
      { id: 'sink', parallelism: 20 },
    ],
    edges: [
      { from: 'source', to: 'map', shipStrategy: 'FORWARD' },
      { from: 'map', to: 'window', shipStrategy: 'HASH' },
      { from: 'window', to: 'sink', shipStrategy: 'FORWARD' },
    ],
    taskManagers: 6,
  };
  const request: DataflowBuffersRequest = { flinkVersion: '1.20', config: {}, slots: 4, dataflow };
  const of = (given: BufferDataflow): DataflowBuffers => {
    const answer = dataflowBuffers({ ...request, dataflow: given });
    if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
    return answer.value;
  };

  it('needs buffers where operators are not chained: here HASH alone, with 2 and 4 subtasks on the first TaskManager', () => {
    const { exchanges, requiredBuffers, taskManager } = of(dataflow);
    expect(exchanges.map(({ from, to }) => `${from}->${to}`)).toEqual(['map->window']);
    expect([requiredBuffers, taskManager]).toEqual([4 * 21 + 2 * 21, 0]);
  });

  it('needs buffers for FORWARD too where chaining is off', () => {
    const edges = dataflow.edges.map((edge) => ({ ...edge, chained: false }));
    expect(of({ ...dataflow, edges }).exchanges).toHaveLength(3);
  });

  it('is judged by the TaskManager that needs most, wherever it stands', () => {
    const operators = dataflow.operators.map((operator) => ({
      ...operator,
      subtasks: operator.id === 'window' ? [2, 2, 2, 10, 2, 2] : [operator.parallelism, 0, 0, 0, 0, 0],
    }));
    const { taskManager, requiredBuffers } = of({ ...dataflow, operators });
    expect([taskManager, requiredBuffers]).toEqual([0, 2 * 21 + 10 * 21]);
    const even = operators.map((operator) =>
      operator.id === 'map' ? { ...operator, subtasks: [1, 2, 2, 2, 2, 1] } : operator,
    );
    expect(of({ ...dataflow, operators: even }).taskManager).toBe(3);
  });

  it('names what is wrong with it', () => {
    const operators = [
      { id: 'a', parallelism: 4, subtasks: [1, 2] },
      { id: 'a', parallelism: 0 },
    ];
    const answer = dataflowBuffers({
      ...request,
      dataflow: { operators, edges: [{ from: 'a', to: 'b', shipStrategy: 'HASH' }], taskManagers: 2 },
    });
    if (answer.kind !== 'rejected') throw new Error(answer.kind);
    expect(answer.rejections.map(({ pointer }) => pointer).sort()).toEqual([
      '/dataflow/edges/0/to',
      '/dataflow/operators/0/subtasks',
      '/dataflow/operators/1/id',
      '/dataflow/operators/1/parallelism',
    ]);
  });
});

const parallelism = fc.oneof(fc.constantFrom(1, 32_768), fc.integer({ min: 1, max: 500 }));
const exchange = fc
  .record({
    shipStrategy: fc.constantFrom(...SHIP_STRATEGIES),
    up: parallelism,
    down: parallelism,
    subtasks: fc.integer({ min: 0, max: 64 }),
    mode: fc.constantFrom('PIPELINED' as const, 'BLOCKING' as const),
  })
  .map(({ shipStrategy, up, down, subtasks, mode }) => ({
    shipStrategy,
    mode,
    upstreamParallelism: up,
    downstreamParallelism: shipStrategy === 'FORWARD' ? up : down,
    upstreamSubtasks: Math.min(subtasks, up),
    downstreamSubtasks: Math.min(subtasks, shipStrategy === 'FORWARD' ? up : down),
  }));

const request = fc.record({
  flinkVersion: fc.constantFrom('1.10', '1.12', '1.14', '1.16', '1.17', '1.20', '2.0', '2.3'),
  slots: fc.constantFrom(1, 4, 1000),
  networkBytes: fc.oneof(fc.constant(0n), fc.bigInt(0n, 2n ** 36n)),
  exchanges: fc
    .array(exchange, { maxLength: 5 })
    .map((exchanges) => exchanges.map((one, at) => ({ ...one, from: `a${at}`, to: `b${at}` }))),
  config: fc.record(
    {
      [PER_CHANNEL]: fc.integer({ min: 1, max: 20 }).map(String),
      [FLOATING]: fc.integer({ min: 1, max: 100 }).map(String),
      'taskmanager.memory.segment-size': fc.constantFrom('4k', '32k', '1m'),
      'taskmanager.network.memory.read-buffer.required-per-gate.max': fc
        .integer({ min: 1, max: 5000 })
        .map(String),
      'taskmanager.network.sort-shuffle.min-buffers': fc.integer({ min: 1, max: 1000 }).map(String),
      'taskmanager.network.sort-shuffle.min-parallelism': fc.integer({ min: 1, max: 1000 }).map(String),
    },
    { requiredKeys: [] },
  ),
});

describe('any request', () => {
  it('has steps whose texts give their values', () => {
    fc.assert(
      fc.property(request, (given) => {
        checkExactSteps(buffers({ ...given, throughputBytesPerSecond: 1e8, roundTripMs: 3 }).steps);
      }),
    );
  });

  it('adds up its exchanges', () => {
    fc.assert(
      fc.property(request, (given) => {
        const value = buffers(given);
        for (const name of ['requiredBuffers', 'leastBuffers', 'targetBuffers'] as const) {
          expect(value[name]).toBe(value.exchanges.reduce((sum, one) => sum + one[name], 0));
        }
        expect(value.leastBuffers).toBeLessThanOrEqual(value.requiredBuffers);
        expect(value.requiredBuffers).toBeLessThanOrEqual(value.targetBuffers);
      }),
    );
  });

  it('starts with what it requires and with what is proposed, and fails with one buffer less than the least', () => {
    fc.assert(
      fc.property(request, (given) => {
        const { leastBuffers, requiredBuffers, targetBytes, segmentBytes } = buffers(given);
        const starts = (networkBytes: bigint) => {
          const { starts, failure } = buffers({ ...given, networkBytes });
          expect(failure === null).toBe(starts);
          return starts;
        };
        expect(starts(BigInt(requiredBuffers) * segmentBytes)).toBe(true);
        expect(starts(targetBytes)).toBe(true);
        if (leastBuffers > 0) expect(starts(BigInt(leastBuffers) * segmentBytes - 1n)).toBe(false);
      }),
    );
  });

  it('needs no fewer buffers for one subtask more', () => {
    fc.assert(
      fc.property(request, (given) => {
        const more = given.exchanges.map((one) => ({
          ...one,
          downstreamSubtasks: Math.min(one.downstreamSubtasks + 1, one.downstreamParallelism),
        }));
        const [before, after] = [buffers(given), buffers({ ...given, exchanges: more })];
        expect(after.requiredBuffers).toBeGreaterThanOrEqual(before.requiredBuffers);
        expect(after.targetBuffers).toBeGreaterThanOrEqual(before.targetBuffers);
      }),
    );
  });
});

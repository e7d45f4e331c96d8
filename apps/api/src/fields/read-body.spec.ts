import { CapacityRequestModel } from '../calculators/capacity/capacity-request.model.js';
import { KEEP_IT_GOING } from '../calculators/capacity/keep-it-going.js';
import { readBody } from './read-body.js';

/** The sample as parsed JSON, changed at one pointer; undefined takes the member away. */
function sampleWith(pointer: string, value: unknown): unknown {
  const body = structuredClone<object>(KEEP_IT_GOING);
  const tokens = pointer.slice(1).split('/');
  const last = tokens.pop() ?? '';
  const owner = tokens.reduce<object>((object, token) => Reflect.get(object, token), body);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Object.defineProperty(owner, last, { value, enumerable: true, configurable: true, writable: true });
  return body;
}

const SOURCE = '/workload/operators/0';
const WINDOW = '/workload/operators/1/window';

describe('a body that does not fit the schema', () => {
  const TABLE: readonly [pointer: string, value: unknown, message: string][] = [
    ['/model', 'Talk', 'must be one of talk, full'],
    ['/model', 1, 'must be one of talk, full'],
    ['/surprise', 1, 'is not a known field'],
    ['/Workload', {}, 'is not a known field; probably workload'],
    ['/__proto__', {}, 'is not a known field'],
    ['/constructor', {}, 'is not a known field'],
    ['/workload', undefined, 'is required'],
    ['/workload', null, 'is required'],
    ['/workload', [], 'must be an object'],
    ['/workload', 'job', 'must be an object'],
    ['/workload/operators', {}, 'must be a list'],
    ['/workload/operators/0', 'events', 'must be an object'],
    ['/workload/operators/0', null, 'must be an object'],
    [`${SOURCE}/id`, 7, 'must be a string'],
    [`${SOURCE}/kind`, 'SOURCE', 'must be one of source, map, flatMap, filter, process, window, join, sink'],
    [`${SOURCE}/recordsPerSecond`, undefined, 'is required where kind is source'],
    [`${SOURCE}/recordsPerSecond`, null, 'is required where kind is source'],
    [`${SOURCE}/recordBytes`, undefined, 'is required where kind is source'],
    [`${SOURCE}/recordBytes`, true, 'must be a number or a string with a unit; send bytes as a bare number'],
    [`${SOURCE}/recordBytes`, '2 kb', 'has the unit "kb", which is not known here (probably "2 kB")'],
    [`${SOURCE}/recordBytes`, '2 Mb', 'has the unit "Mb", which is not known here (probably "2 MB")'],
    [`${SOURCE}/recordBytes`, 'big', 'is not a number with a unit'],
    [`${SOURCE}/parallelism`, 2.5, 'must be an integer'],
    [`${SOURCE}/parallelism`, '2', 'must be an integer'],
    [`${SOURCE}/selectivity`, '1', 'must be a number'],
    [`${SOURCE}/output`, [], 'must be an object'],
    ['/workload/operators/1/window', undefined, 'is required where kind is window'],
    [`${WINDOW}/slide`, undefined, 'is required where assigner is sliding'],
    [`${WINDOW}/size`, '5 m', 'has the unit "m", which is not known here (probably "5 min")'],
    ['/workload/edges/0/shipStrategy', 'hash', 'must be one of FORWARD, HASH, REBALANCE'],
    ['/cluster/machine/networkIn', '10 Gbps', 'probably "10 Gbit/s"'],
    ['/cluster/machine/networkIn', undefined, 'is required'],
    ['/cluster/placement', [{ operator: 'events', subtasks: [1, 'two'] }], 'must be an integer'],
    ['/checkpointing/incremental', 'no', 'must be true or false'],
    ['/checkpointing/interval', undefined, 'is required'],
  ];

  it.each(TABLE)('is told where and what: %s = %j', (pointer, value, message) => {
    const reading = readBody(CapacityRequestModel, sampleWith(pointer, value));
    if (reading.kind !== 'unreadable') throw new Error(`was read as ${reading.kind}`);
    expect(reading.rejections).toHaveLength(1);
    const [rejection] = reading.rejections;
    expect(rejection?.pointer).toBe(
      pointer === '/cluster/placement' ? '/cluster/placement/0/subtasks/1' : pointer,
    );
    expect(rejection?.message).toContain(message);
  });

  it('is told of all its errors at once', () => {
    const body = {
      workload: { operators: [{ id: 'a', kind: 'source', colour: 'red' }], edges: [{}] },
      cluster: { machine: { networkIn: '1 Gb', networkOut: 'x' } },
    };
    const reading = readBody(CapacityRequestModel, body);
    expect(reading.kind === 'unreadable' && reading.rejections.map(({ pointer }) => pointer)).toEqual([
      '/workload/operators/0/colour',
      '/workload/operators/0/recordsPerSecond',
      '/workload/operators/0/recordBytes',
      '/workload/edges/0/from',
      '/workload/edges/0/to',
      '/workload/edges/0/shipStrategy',
      '/cluster/machine/networkIn',
      '/cluster/machine/networkOut',
    ]);
  });

  it.each([undefined, null, 1, 'text', true, [], [{}]])('is no object: %j', (body) => {
    expect(readBody(CapacityRequestModel, body)).toEqual({
      kind: 'unreadable',
      rejections: [{ pointer: '', message: 'the body must be a JSON object' }],
    });
  });

  it('is told of keys that need escaping in a pointer', () => {
    const reading = readBody(CapacityRequestModel, sampleWith('/a~b', 1));
    expect(reading).toMatchObject({ rejections: [{ pointer: '/a~0b' }] });
  });
});

describe('a body that fits the schema', () => {
  it('is read in base units, without what is absent', () => {
    const reading = readBody(CapacityRequestModel, KEEP_IT_GOING);
    expect(reading).toMatchObject({ kind: 'ok', unusable: [] });
    expect(reading.kind === 'ok' && JSON.parse(JSON.stringify(reading.value))).toEqual({
      ...KEEP_IT_GOING,
      workload: {
        operators: [
          { ...KEEP_IT_GOING.workload.operators[0], recordBytes: 2000 },
          {
            ...KEEP_IT_GOING.workload.operators[1],
            window: { assigner: 'sliding', size: 300_000, slide: 60_000 },
          },
          KEEP_IT_GOING.workload.operators[2],
        ],
        edges: KEEP_IT_GOING.workload.edges,
      },
      cluster: {
        machines: 5,
        machine: { networkIn: 1.25e9, networkOut: 1.25e9, stateDisk: { attachment: 'network' } },
      },
      checkpointing: { interval: 60_000, incremental: false },
    });
  });

  it('reads null as absent', () => {
    const reading = readBody(CapacityRequestModel, sampleWith('/checkpointing', null));
    expect(reading.kind === 'ok' && Object.keys(reading.value)).toEqual(['model', 'workload', 'cluster']);
  });

  it.each([
    ['9007199254740993', '9007199254740993'],
    ['00012', 12],
    ['20 PiB', '22517998136852480'],
    ['9 PB', 9e15 <= Number.MAX_SAFE_INTEGER ? 9e15 : '9000000000000000'],
  ])('keeps every digit of the size %s', (text, read) => {
    const reading = readBody(CapacityRequestModel, sampleWith('/cluster/machine/memory', text));
    expect(reading.kind === 'ok' && reading.value.cluster.machine.memory).toBe(read);
  });
});

describe('a body with a value that cannot be used', () => {
  const TABLE: readonly [pointer: string, value: unknown, message: string][] = [
    [`${SOURCE}/recordBytes`, Number.POSITIVE_INFINITY, 'must be a finite number'],
    [`${SOURCE}/recordBytes`, 2 ** 53, 'send a string of digits'],
    [`${SOURCE}/selectivity`, Number.POSITIVE_INFINITY, 'must be a finite number'],
    [`${SOURCE}/parallelism`, Number.NEGATIVE_INFINITY, 'must be a finite number'],
    [`${SOURCE}/id`, 'x'.repeat(201), 'must have at most 200 characters'],
    [`${SOURCE}/id`, 'a\0b', 'must not contain U+0000'],
    [`${SOURCE}/id`, 'a\ud800b', 'half of a surrogate pair'],
  ];

  it.each(TABLE)('is read, and told of: %s', (pointer, value, message) => {
    const reading = readBody(CapacityRequestModel, sampleWith(pointer, value));
    if (reading.kind !== 'ok') throw new Error(reading.kind);
    expect(reading.unusable).toEqual([{ pointer, message: expect.stringContaining(message) }]);
  });

  it('looks at no item of a list that is too long', () => {
    const operators = new Array(1_000_000).fill(0);
    const started = performance.now();
    const reading = readBody(CapacityRequestModel, sampleWith('/workload/operators', operators));
    expect(performance.now() - started).toBeLessThan(500);
    expect(reading).toEqual({
      kind: 'unusable',
      rejections: [
        { pointer: '/workload/operators', message: 'has 1000000 items; at most 1000 can be planned' },
      ],
    });
  });

  it.each([
    ['/workload/operators', 1000],
    ['/workload/edges', 5000],
  ])('allows as many %s as the limit and not one more', (pointer, limit) => {
    const list = (length: number): unknown => sampleWith(pointer, new Array(length).fill({}));
    expect(readBody(CapacityRequestModel, list(limit)).kind).toBe('unreadable');
    expect(readBody(CapacityRequestModel, list(limit + 1)).kind).toBe('unusable');
  });
});

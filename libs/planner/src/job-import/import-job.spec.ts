import { readdirSync, readFileSync } from 'node:fs';
import { capacity } from '../capacity.js';
import { importJob } from './import-job.js';
import type { JobImportRequest } from './request.js';
import type { JobImport } from './result.js';

const FOLDER = 'libs/planner/vectors/jobs';
const recorded = (name: string): JobImportRequest =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.jsonl`, 'utf8'));

const imported = (request: JobImportRequest): JobImport => {
  const outcome = importJob(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};
const reasons = (request: JobImportRequest) => {
  const outcome = importJob(request);
  return outcome.kind === 'rejected' ? outcome.rejections : [];
};
const byId = ({ workload }: JobImport) => new Map(workload.operators.map((one) => [one.id, one]));
const edgesOf = ({ workload }: JobImport) =>
  workload.edges.map(({ from, to, shipStrategy }) => `${from} ${shipStrategy} ${to}`);

/** 100 s: 2000 records a second are read, half of them filtered, and counted in windows of 5 s. */
const counters = (read: number, readBytes: number, write: number, writeBytes: number) => ({
  'read-records': read,
  'read-bytes': readBytes,
  'write-records': write,
  'write-bytes': writeBytes,
});
const VERTICES = [
  {
    id: 'a',
    name: 'Source: clicks (Kafka)',
    duration: 100_000,
    metrics: counters(0, 0, 200_000, 9_000_000),
  },
  {
    id: 'b',
    name: 'Filter -> Map',
    duration: 100_000,
    metrics: counters(200_000, 10_000_000, 100_000, 0),
  },
  {
    id: 'c',
    name: 'TumblingEventTimeWindows -> Sink: out',
    duration: 100_000,
    metrics: counters(100_000, 3_000_000, 0, 0),
  },
];
const SMALL: JobImportRequest & { plan: { nodes: object[] } } = {
  flinkVersion: '1.20',
  plan: {
    nodes: [
      { id: 'a', parallelism: 4, description: 'Source: clicks (Kafka)<br/>' },
      {
        id: 'b',
        parallelism: 2,
        description: 'Filter<br/>+- Map<br/>',
        inputs: [{ id: 'a', ship_strategy: 'REBALANCE' }],
      },
      {
        id: 'c',
        parallelism: 2,
        description: 'Window(TumblingEventTimeWindows(5000), EventTimeTrigger, Sum)<br/>+- Sink: out<br/>',
        inputs: [{ id: 'b', ship_strategy: 'HASH' }],
      },
    ],
  },
  job: {
    name: 'clicks',
    vertices: VERTICES,
  },
};

describe('a job', () => {
  it('is a workload whose rates, selectivities and sizes are what its tasks counted', () => {
    const { workload, missing } = imported(SMALL);
    expect(workload.operators).toEqual([
      {
        id: 'Source: clicks (Kafka)',
        kind: 'source',
        connector: 'kafka',
        parallelism: 4,
        recordsPerSecond: 2000,
        recordBytes: 50,
      },
      { id: 'Filter', kind: 'filter', parallelism: 2, selectivity: 0.5 },
      { id: 'Map', kind: 'map', parallelism: 2, output: { recordBytes: 30 } },
      {
        id: 'TumblingEventTimeWindows',
        kind: 'window',
        parallelism: 2,
        window: { assigner: 'tumbling', size: 5000 },
      },
      { id: 'Sink: out', kind: 'sink', parallelism: 2 },
    ]);
    expect(missing.filter(({ needed }) => needed)).toMatchObject([{ path: '/workload/operators/3/keys' }]);
  });

  it('is planned once its keys are given', () => {
    const { workload } = imported(SMALL);
    const operators = workload.operators.map((one) => (one.kind === 'window' ? { ...one, keys: 1000 } : one));
    const machine = { networkIn: 1.25e9, networkOut: 1.25e9 };
    const plan = capacity({
      workload: { ...workload, operators },
      cluster: { machines: 2, machine, slotsPerTaskManager: 2 },
    });
    expect(plan.kind).toBe('ok');
  });

  it('is a workload without rates where only its plan is given', () => {
    const { workload, missing } = imported({ plan: SMALL.plan });
    expect(workload.operators.map(({ kind }) => kind)).toEqual(['source', 'filter', 'map', 'window', 'sink']);
    expect(missing.filter(({ needed }) => needed).map(({ path }) => path)).toEqual([
      '/workload/operators/0/recordsPerSecond',
      '/workload/operators/0/recordBytes',
      '/workload/operators/3/keys',
    ]);
  });

  it('does not tell what a source reads where something chained to it drops records', () => {
    const { missing } = imported({
      plan: {
        nodes: [
          { id: 'a', parallelism: 1, description: 'Source: s<br/>+- Filter<br/>' },
          { id: 'b', parallelism: 1, description: 'Sink: t', inputs: [{ id: 'a', ship_strategy: 'HASH' }] },
        ],
      },
      job: { vertices: [{ id: 'b', duration: 1000, metrics: counters(500, 5000, 0, 0) }] },
    });
    expect(missing.filter(({ needed }) => needed)).toMatchObject([
      { path: '/workload/operators/0/recordsPerSecond' },
    ]);
  });

  it('is what its meters say only after the minute that they look back', () => {
    const meters = [
      { id: 'numRecordsOutPerSecond', sum: 900 },
      { id: 'numRecordsInPerSecond', sum: 1800 },
    ];
    const at = (duration: number) => {
      const vertices = VERTICES.map((one) => ({ ...one, duration }));
      return imported({ ...SMALL, job: { vertices }, metrics: { b: meters } }).observations.vertices[1];
    };
    expect(at(60_000)).toMatchObject({ recordsInPerSecond: 1800, recordsOutPerSecond: 900 });
    expect(at(50_000)).toMatchObject({ recordsInPerSecond: 4000, recordsOutPerSecond: 2000 });
  });

  it('counts a record that is broadcast once, and sends it to every subtask', () => {
    const { observations } = imported({
      plan: {
        nodes: [
          { id: 'a', parallelism: 1, description: 'Source: rules' },
          {
            id: 'b',
            parallelism: 4,
            description: 'Sink: all',
            inputs: [{ id: 'a', ship_strategy: 'BROADCAST' }],
          },
        ],
      },
      job: { vertices: [{ id: 'b', duration: 1000, metrics: counters(400, 8000, 0, 0) }] },
    });
    expect(observations.edges).toMatchObject([{ recordsPerSecond: 100, recordBytes: 20 }]);
  });

  it('tells that a source was held back while its rate was measured', () => {
    const metrics = { a: [{ id: 'backPressuredTimeMsPerSecond', avg: 400, max: 900, sum: 1600 }] };
    expect(imported({ ...SMALL, metrics }).remarks).toContainEqual(
      expect.objectContaining({ code: 'rate-throttled', path: '/workload/operators/0/recordsPerSecond' }),
    );
  });

  it('has its writers as sinks, without their committers', () => {
    const { workload, remarks } = imported({
      plan: {
        nodes: [
          { id: 'a', parallelism: 1, description: 'Source: s -&gt; Kafka: Writer -&gt; Kafka: Committer' },
          {
            id: 'b',
            parallelism: 1,
            description: 'Kafka: Global Committer',
            inputs: [{ id: 'a', ship_strategy: 'GLOBAL' }],
          },
        ],
      },
    });
    expect(workload.operators).toMatchObject([{ kind: 'source' }, { kind: 'sink', connector: 'kafka' }]);
    expect(remarks.filter(({ code }) => code === 'committer-left-out')).toHaveLength(2);
  });

  it.each([
    ['CUSTOM', 'REBALANCE', 'ship-strategy-unknown'],
    [undefined, 'REBALANCE', 'ship-strategy-unknown'],
    ['FORWARD', 'RESCALE', 'ship-strategy-changed'],
    ['rescale', 'RESCALE', undefined],
  ])('whose edge is %s sends by %s', (written, taken, code) => {
    const { workload, remarks } = imported({
      plan: {
        nodes: [
          { id: 'a', parallelism: 1, description: 'Source: s' },
          { id: 'b', parallelism: 2, description: 'Sink: t', inputs: [{ id: 'a', ship_strategy: written }] },
        ],
      },
    });
    expect(workload.edges).toMatchObject([{ shipStrategy: taken }]);
    expect(remarks.map((one) => one.code).filter((one) => one.startsWith('ship'))).toEqual(
      code === undefined ? [] : [code],
    );
  });
});

const node = (id: unknown, inputs: unknown = [], parallelism: unknown = 1) => ({
  id,
  parallelism,
  description: 'Map',
  inputs,
});

describe('answers that cannot be read', () => {
  it.each<[string, object]>([
    ['/plan/nodes', { plan: {} }],
    ['/plan/nodes', { plan: { nodes: [] } }],
    ['/plan', {}],
    ['/plan', { job: { vertices: [] } }],
    ['/job/plan/nodes', { job: { plan: {} } }],
    ['/plan', { plan: [] }],
    ['/plan/nodes', { plan: { nodes: 'many' } }],
    ['/plan/plan', { plan: { plan: 1 } }],
    ['/plan/nodes/0/id', { plan: { nodes: [node(undefined)] } }],
    ['/plan/nodes/1/id', { plan: { nodes: [node('a'), node('a')] } }],
    ['/plan/nodes/0/parallelism', { plan: { nodes: [node('a', [], 40_000)] } }],
    ['/plan/nodes/0/parallelism', { plan: { nodes: [node('a', [], 1.5)] } }],
    ['/plan/nodes/0/parallelism', { plan: { nodes: [node('a', [], '?')] } }],
    ['/plan/nodes/0/inputs/0/id', { plan: { nodes: [node('a', [{ id: 'z' }])] } }],
    ['/plan/nodes', { plan: { nodes: [node('a', [{ id: 'b' }]), node('b', [{ id: 'a' }])] } }],
    ['/plan/nodes', { plan: { nodes: Array.from({ length: 1001 }, (_, at) => node(`${at}`)) } }],
    ['/plan/nodes', { plan: { nodes: [{ id: 'a', parallelism: 1, description: 'a -> '.repeat(1001) }] } }],
    ['/flinkVersion', { flinkVersion: '3.0', plan: { nodes: [node('a')] } }],
    ['/checkpoints/checkpoints', { plan: { nodes: [node('a')] }, checkpoints: {} }],
    ['/metrics/a', { plan: { nodes: [node('a')] }, metrics: { a: {} } }],
    [
      '/job/vertices/0/metrics/read-records',
      { ...SMALL, job: { vertices: [{ id: 'a', duration: 1, metrics: { 'read-records': 'x' } }] } },
    ],
  ])('names %s', (pointer, request) => {
    const [first] = reasons(request);
    expect(first?.pointer).toBe(pointer);
    expect(first?.message).toMatch(/: |must|is missing/);
  });
});

describe('a recorded job of Flink', () => {
  const versions = readdirSync(FOLDER).flatMap((name) => /^datastream-(.+)\.jsonl$/.exec(name)?.[1] ?? []);

  it('is there of 1.20 and 2.x', () => {
    expect(versions).toEqual(expect.arrayContaining(['1.20', '2.3']));
  });

  it.each(versions)(
    'of the DataStream API of %s has the operators and edges that were written',
    (version) => {
      const job = imported(recorded(`datastream-${version}`));
      expect(edgesOf(job)).toEqual([
        'Source: clicks FORWARD parse',
        'parse FORWARD Filter',
        'Filter FORWARD odd ones, if any',
        'odd ones, if any FORWARD Sink: alarms',
        'Source: rules FORWARD Map',
        'enrich FORWARD Sink: results',
        'Filter REBALANCE Sink: archive',
        'Filter FORWARD apply rules',
        'Map BROADCAST apply rules',
        'apply rules HASH TumblingProcessingTimeWindows',
        'TumblingProcessingTimeWindows RESCALE enrich',
      ]);
      const operators = byId(job);
      expect(operators.get('TumblingProcessingTimeWindows')).toMatchObject({
        kind: 'window',
        parallelism: 2,
        window: { assigner: 'tumbling', size: 2000 },
      });
      expect(operators.get('Filter')?.selectivity).toBeCloseTo(0.5, 2);
      expect(operators.get('Sink: archive')?.parallelism).toBe(4);
      // Two longs, a timestamp, a tag and the length of the record; barriers come on top.
      expect(operators.get('Filter')?.output?.recordBytes).toBeGreaterThan(28.9);
      expect(operators.get('Filter')?.output?.recordBytes).toBeLessThan(30);
      expect(job.missing.filter(({ needed }) => needed).map(({ path }) => path)).toEqual([
        '/workload/operators/9/keys',
      ]);
    },
  );

  it.each(versions)(
    'in SQL of %s tells windows, joins, rates and which end of a chain feeds whom',
    (version) => {
      const job = imported(recorded(`sql-${version}`));
      const operators = byId(job);
      expect(operators.get('GlobalWindowAggregate[6]')?.window).toEqual({
        assigner: 'sliding',
        size: 10_000,
        slide: 2000,
      });
      expect(operators.get('IntervalJoin[16]')?.join).toEqual({
        type: 'interval',
        lower: -1000,
        upper: 3000,
      });
      expect(operators.get('Source: orders[1]')?.recordsPerSecond).toBeCloseTo(200, 0);
      expect(operators.get('Calc[21]')).toMatchObject({ kind: 'filter' });
      expect(operators.get('Calc[21]')?.selectivity).toBeCloseTo(0.1, 1);
      expect(edgesOf(job).filter((edge) => !edge.includes('FORWARD'))).toEqual([
        'LocalWindowAggregate[4] HASH GlobalWindowAggregate[6]',
        'WatermarkAssigner[10] HASH IntervalJoin[16]',
        'WatermarkAssigner[14] HASH IntervalJoin[16]',
      ]);
      expect(job.remarks.map(({ code }) => code)).not.toContain('edge-guessed');
    },
  );

  it.each(versions)('of %s has its checkpoints and the state of its vertices', (version) => {
    const { checkpointing, observations } = imported(recorded(`datastream-${version}`));
    expect(observations.checkpoints).toMatchObject({ intervalMs: 1000, minPauseMs: 0, timeoutMs: 600_000 });
    expect(checkpointing?.durationMs).toBeLessThan(1000);
    expect(checkpointing?.bytes).toBeGreaterThan(0);
    const states = observations.vertices.map(({ stateBytes }) => stateBytes ?? 0);
    expect(states.reduce((all, one) => all + one, 0)).toBe(observations.checkpoints?.stateBytes);
  });
});

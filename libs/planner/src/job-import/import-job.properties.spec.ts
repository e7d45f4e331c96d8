import fc from 'fast-check';
import { capacity } from '../capacity.js';
import { SHIP_STRATEGIES, type Workload } from '../request.js';
import { importJob } from './import-job.js';
import type { JobImportRequest } from './request.js';
import type { JobImport } from './result.js';

const RUNS = { numRuns: 200 };

const NAMES = [
  'Map',
  'Filter',
  'Flat Map',
  'KeyedProcess',
  'Timestamps/Watermarks',
  'my business logic',
  'TumblingEventTimeWindows',
  'Window(SlidingEventTimeWindows(10000, 2000), Sum)',
  '[6]:WindowAggregate(window=[CUMULATE(max_size=[1 h], step=[1 min])])',
  '[16]:IntervalJoin(windowBounds=[leftLowerBound=-3000, leftUpperBound=1000])',
  '[7]:Join(joinType=[InnerJoin])',
  'Interval Join',
  '[2]:Calc(select=[a], where=[(a &gt; 90)])',
  'Source: kafka',
  'Sink: out',
  'out: Writer',
  'out: Committer',
  'odd (name',
];
const chain = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .chain((names) =>
    fc.constantFrom(
      names.join(' -&gt; '),
      names
        .map((name, at) => `${'   '.repeat(Math.max(0, at - 1))}${at === 0 ? '' : '+- '}${name}<br/>`)
        .join(''),
      names.length > 2 ? `${names[0]} -&gt; (${names.slice(1).join(', ')})` : (names[0] ?? ''),
    ),
  );
const counted = fc.nat({ max: 1_000_000 });
const metrics = fc.record(
  { 'read-records': counted, 'read-bytes': counted, 'write-records': counted, 'write-bytes': counted },
  { requiredKeys: [] },
);
const vertex = fc.record({
  description: chain,
  parallelism: fc.integer({ min: -1, max: 8 }),
  inputs: fc.array(
    fc.record({ from: fc.nat({ max: 100 }), ship_strategy: fc.constantFrom(...SHIP_STRATEGIES, 'CUSTOM') }),
    { maxLength: 3 },
  ),
  metrics,
  duration: fc.nat({ max: 100_000 }),
});

/** Plans whose vertices feed later ones only, with what was counted of some. */
const exports = fc.array(vertex, { minLength: 1, maxLength: 8 }).map(
  (vertices): JobImportRequest => ({
    plan: {
      nodes: vertices.map(({ description, parallelism, inputs }, at) => ({
        id: `v${at}`,
        description,
        parallelism,
        inputs: at === 0 ? [] : inputs.map(({ from, ...rest }) => ({ ...rest, id: `v${from % at}` })),
      })),
    },
    job: {
      vertices: vertices.map((one, at) => ({ id: `v${at}`, duration: one.duration, metrics: one.metrics })),
    },
  }),
);

const PLAUSIBLE: Readonly<Record<string, unknown>> = {
  recordsPerSecond: 1000,
  recordBytes: 100,
  connector: 'kafka',
  selectivity: 1,
  keys: 1000,
  window: { assigner: 'tumbling', size: 60_000 },
  join: { type: 'window', size: 60_000 },
  'output/recordBytes': { output: { recordBytes: 50 } },
  'state/entryBytes': { state: { entryBytes: 40 } },
};

/** The workload with a plausible value for each field that is missing. */
function filled({ workload, missing }: JobImport): Workload {
  const operators = workload.operators.map((operator, at) => {
    const start = `/workload/operators/${at}/`;
    const fields = missing.flatMap(({ path }) => (path.startsWith(start) ? [path.slice(start.length)] : []));
    const given = fields.map((field) => {
      expect(Object.keys(PLAUSIBLE)).toContain(field);
      const value = PLAUSIBLE[field];
      return field.includes('/') && typeof value === 'object' ? value : { [field]: value };
    });
    return Object.assign({}, operator, ...given);
  });
  return { ...workload, operators };
}

const machine = { networkIn: 1e12, networkOut: 1e12 };

describe('any job that is imported', () => {
  it('is a workload that can be planned once what is missing is filled in', () => {
    fc.assert(
      fc.property(exports, (request) => {
        const outcome = importJob(request);
        if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
        const planned = capacity({
          workload: filled(outcome.value),
          cluster: { machines: 2, machine, slotsPerTaskManager: 4 },
        });
        expect(planned.kind === 'rejected' ? planned.rejections : []).toEqual([]);
      }),
      RUNS,
    );
  });

  it('lacks what is said to be needed, and nothing else that is', () => {
    fc.assert(
      fc.property(exports, (request) => {
        const outcome = importJob(request);
        if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
        const { workload, missing } = outcome.value;
        const planned = capacity({ workload, cluster: { machines: 2, machine, slotsPerTaskManager: 4 } });
        const refused = planned.kind === 'rejected' ? planned.rejections.map(({ pointer }) => pointer) : [];
        const needed = missing.filter((one) => one.needed).map(({ path }) => path);
        expect([...refused].sort()).toEqual([...needed].sort());
      }),
      RUNS,
    );
  });

  it('is imported the same each time', () => {
    fc.assert(
      fc.property(exports, (request) => {
        expect(importJob(request)).toEqual(importJob(structuredClone(request)));
      }),
      RUNS,
    );
  });
});

describe('any JSON', () => {
  it('is imported, or refused with the field', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    const field = fc.constantFrom('plan', 'job', 'checkpoints', 'metrics');
    const good = { plan: { nodes: [{ id: 'a', parallelism: 1, description: 'Source: a' }] } };
    const anywhere = fc.oneof(
      fc.tuple(field, json).map(([name, value]) => ({ ...good, [name]: value })),
      json.map((node) => ({ plan: { nodes: [node] } })),
      json.map((input) => ({
        plan: { nodes: [{ id: 'a', parallelism: 1, description: 'x', inputs: [input] }] },
      })),
      json.map((of) => ({ ...good, job: { vertices: [{ id: 'a', duration: 1000, metrics: of }] } })),
      json.map((of) => ({ ...good, metrics: { a: [of] } })),
    );
    fc.assert(
      fc.property(anywhere, (request) => {
        const outcome = importJob(JSON.parse(JSON.stringify(request)));
        if (outcome.kind === 'rejected') {
          for (const { pointer } of outcome.rejections) expect(pointer).toMatch(/^\//);
        }
      }),
      { numRuns: 500 },
    );
  });
});

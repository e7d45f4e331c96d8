import fc from 'fast-check';
import { type ComparedPlan, comparePlans } from './compare.js';
import type { Finding, LedgerOf } from './result.js';

describe('the comparison of two plans', () => {
  it('says nothing where a plan is compared with itself', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(comparePlans(plan, structuredClone(plan))).toEqual({
          inputs: [],
          results: [],
          flows: [],
          findings: { new: [], resolved: [] },
          attribution: null,
        });
      }),
    );
  });

  it('is inverted when base and head are swapped', () => {
    fc.assert(
      fc.property(plans, plans, (base, head) => {
        const there = comparePlans(base, head);
        const back = comparePlans(head, base);
        expect(back.results).toEqual(
          there.results.map((row) => ({
            ...row,
            base: row.head,
            head: row.base,
            absolute: row.absolute === null ? null : -row.absolute,
            relative: relative(row.head, row.base),
          })),
        );
        expect(back.flows.map(({ id, base: b, head: h }) => [id, h, b]).sort()).toEqual(
          there.flows.map(({ id, base: b, head: h }) => [id, b, h]).sort(),
        );
        expect(back.findings).toEqual({ new: there.findings.resolved, resolved: there.findings.new });
      }),
    );
  });

  it('tells each headline figure with its unit, its difference and its share', () => {
    const { results } = comparePlans(plan({ machines: 4, load: 800 }), plan({ machines: 5, load: 600 }));
    expect(results).toEqual([
      { key: 'machines', unit: 'count', base: 4, head: 5, absolute: 1, relative: 0.25 },
      {
        key: 'perMachine.networkIn.bytesPerSecond',
        unit: 'bytesPerSecond',
        base: 800,
        head: 600,
        absolute: -200,
        relative: -0.25,
      },
    ]);
  });

  it('gives no share from zero, and no difference where one plan lacks the figure', () => {
    const { results } = comparePlans(plan({ load: 0, smallest: 3 }), plan({ load: 10, smallest: null }));
    expect(results).toEqual([
      { key: 'smallest.machines', unit: 'count', base: 3, head: null, absolute: null, relative: null },
      {
        key: 'perMachine.networkIn.bytesPerSecond',
        unit: 'bytesPerSecond',
        base: 0,
        head: 10,
        absolute: 10,
        relative: null,
      },
    ]);
  });

  it('tells flows that came, went and changed, by resource', () => {
    const base = plan({ flows: { 'source-read:a': 10, 'sink-write:z': 5 } });
    const head = plan({ flows: { 'source-read:a': 12, 'shuffle-in:a->b': 7 } });
    expect(comparePlans(base, head).flows).toEqual([
      { resource: 'networkIn', id: 'source-read:a', change: 'changed', base: 10, head: 12 },
      { resource: 'networkIn', id: 'sink-write:z', change: 'removed', base: 5, head: null },
      { resource: 'networkIn', id: 'shuffle-in:a->b', change: 'added', base: null, head: 7 },
    ]);
  });

  it('knows a finding again where its operator has moved and its figures have changed', () => {
    const base = plan({ operators: ['a'], findings: [finding('/workload/operators/0', 'now 3 GB')] });
    const head = plan({ operators: ['b', 'a'], findings: [finding('/workload/operators/1', 'now 4 GB')] });
    expect(comparePlans(base, head).findings).toEqual({ new: [], resolved: [] });
  });

  it('tells a finding on another operator apart', () => {
    const base = plan({ operators: ['a', 'b'], findings: [finding('/workload/operators/0', 'a')] });
    const head = plan({ operators: ['a', 'b'], findings: [finding('/workload/operators/1', 'b')] });
    expect(comparePlans(base, head).findings).toEqual({ new: head.findings, resolved: base.findings });
  });
});

const relative = (from: number | bigint | null, to: number | bigint | null): number | null =>
  from === null || to === null || Number(from) === 0
    ? null
    : (Number(to) - Number(from)) / Math.abs(Number(from));

const finding = (path: string, message: string): Finding => ({
  ruleId: 'state-too-large',
  severity: 'warning',
  title: 'State',
  message,
  path,
  evidence: [],
  reference: 'F1.6',
});

interface Sketch {
  readonly machines?: number;
  readonly load?: number;
  readonly smallest?: number | null;
  readonly operators?: readonly string[];
  readonly flows?: Readonly<Record<string, number>>;
  readonly findings?: readonly Finding[];
}

function plan({ machines = 1, load = 1, smallest = 1, operators = [], flows = {}, findings = [] }: Sketch) {
  const networkIn: LedgerOf<'networkIn'> = {
    bytesPerSecond: load,
    capacityBytesPerSecond: null,
    utilization: null,
    peakBytesPerSecond: 1,
    peakMs: 0,
    step: 'total.networkIn',
    flows: Object.entries(flows).map(([id, bytesPerSecond]) => ({
      id,
      label: id,
      bytesPerSecond,
      runningBytesPerSecond: bytesPerSecond,
      peakBytesPerSecond: bytesPerSecond,
      formula: '',
      inputs: [],
      reference: 'F1.3',
      evidence: 'derived',
      step: id,
    })),
  };
  return {
    inputs: { workload: { operators: operators.map((id) => ({ id })) } },
    capacity: {
      machines,
      targetUtilization: 0.8,
      perMachine: { networkIn },
      cluster: {
        fabricOneWayBytesPerSecond: 1,
        nicBothEndsBytesPerSecond: 2,
        talkTotalBytesPerSecond: null,
        talkRoundedTotalBytesPerSecond: null,
        spread: [],
      },
      state: { totalBytes: 0, perMachineBytes: 0 },
      checkpoint: null,
      bottleneck: null,
      smallest: { machines: smallest, bottleneck: null, rejected: [] },
    },
    findings,
  } satisfies ComparedPlan;
}

const amounts = fc.integer({ min: 0, max: 1e9 });
const plans = fc
  .record({
    machines: fc.integer({ min: 1, max: 9 }),
    load: amounts,
    smallest: fc.option(amounts),
    operators: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    flows: fc.dictionary(fc.constantFrom('x', 'y', 'z'), amounts),
    findings: fc.uniqueArray(fc.constantFrom('/workload/operators/0', '/workload/operators/1', 'a.key')),
  })
  .map((sketch) =>
    plan({ ...sketch, findings: sketch.findings.map((path) => finding(path, `${sketch.load}`)) }),
  );

import { checkExactSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { taskManagerMemory } from '../memory.js';
import type { FlinkConfig, Observed } from '../request.js';
import type { MemoryAnswer, TaskManagerMemory } from '../result.js';
import { TUNING_PARAMETERS } from './parameters.js';
import { TUNING_GOALS, type TuningRequest } from './request.js';
import type { MemoryTuning } from './result.js';
import { tuneMemory } from './tune-memory.js';

const MIB = 2n ** 20n;

/** Ways of stating a TaskManager's memory; what Flink refuses is left out. */
const configs: fc.Arbitrary<FlinkConfig> = fc
  .record({
    total: fc.constantFrom('process', 'flink', 'parts'),
    bytes: fc.oneof(
      fc.bigInt(1200n * MIB, 64n * 1024n * MIB),
      fc.integer({ min: 1200, max: 65_536 }).map((mebibytes) => BigInt(mebibytes) * MIB),
    ),
    heapShare: fc.double({ min: 0.05, max: 0.4, noNaN: true }),
    metaspace: fc.option(fc.integer({ min: 40, max: 400 })),
    network: fc.option(fc.integer({ min: 10, max: 500 })),
    offHeap: fc.option(fc.integer({ min: 0, max: 300_000_000 })),
    overheadMax: fc.option(fc.integer({ min: 192, max: 2048 })),
  })
  .map(({ total, bytes, heapShare, metaspace, network, offHeap, overheadMax }) => {
    const share = (BigInt(Math.floor(heapShare * 1000)) * bytes) / 1000n;
    const totals: Record<string, string> =
      total === 'parts'
        ? { 'taskmanager.memory.task.heap.size': `${share}`, 'taskmanager.memory.managed.size': `${share}b` }
        : { [`taskmanager.memory.${total}.size`]: `${bytes}` };
    if (metaspace !== null) totals['taskmanager.memory.jvm-metaspace.size'] = `${metaspace}m`;
    if (network !== null) totals['taskmanager.memory.network.max'] = `${network}m`;
    if (network !== null) totals['taskmanager.memory.network.min'] = `${network}m`;
    if (offHeap !== null) totals['taskmanager.memory.task.off-heap.size'] = `${offHeap}`;
    if (overheadMax !== null) totals['taskmanager.memory.jvm-overhead.max'] = `${overheadMax}m`;
    return totals;
  });

const versions = fc.constantFrom('1.10', '1.11', '1.14', '1.20', '2.0', '2.3');

/** How much of a pool is in use; undefined: nobody looked. */
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
const shares = fc.record({ heap: share, metaspace: share, network: share, managed: share, resident: share });
type Shares = typeof shares extends fc.Arbitrary<infer T> ? T : never;

const part = (of: bigint, ratio: number | undefined): number | undefined =>
  ratio === undefined ? undefined : Math.floor(Number(of) * ratio);

function observedAs(
  memory: TaskManagerMemory,
  { heap, metaspace, network, managed, resident }: Shares,
): Observed {
  const { components, jvmHeapBytes, totalProcessBytes } = memory;
  const uses = {
    heapUsedAfterGcBytes: part(jvmHeapBytes, heap),
    metaspaceUsedBytes: part(components.jvmMetaspaceBytes, metaspace),
    networkUsedBytes: part(components.networkBytes, network),
  };
  const least = Math.max(0, ...Object.values(uses).map((use) => use ?? 0));
  const most = Number(totalProcessBytes) * 1.1;
  return {
    ...uses,
    managedUsedBytes: part(components.managedBytes, managed),
    residentBytes: resident === undefined ? undefined : Math.floor(least + (most - least) * resident),
  };
}

const modelOf = (flinkVersion: string, config: FlinkConfig): TaskManagerMemory | null => {
  const answer = taskManagerMemory({ flinkVersion, config }, false);
  return answer.kind === 'ok' ? answer.value : null;
};

const goals = fc.constantFrom(...TUNING_GOALS);
const headrooms = fc.constantFrom(undefined, 0, 0.1, 0.2, 0.5, 1);
const limits = fc.option(fc.double({ min: 0.7, max: 1.5, noNaN: true }), { nil: undefined });

const cases = fc
  .record({
    flinkVersion: versions,
    config: configs,
    shares,
    goal: goals,
    headroomRatio: headrooms,
    limit: limits,
  })
  .filter(({ flinkVersion, config, shares: { heap, metaspace, network, managed } }) => {
    const seen = [heap, metaspace, network, managed].some((ratio) => ratio !== undefined);
    return seen && modelOf(flinkVersion, config) !== null;
  });

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function requestOf(drawn: Case, uses: Shares = drawn.shares): TuningRequest | null {
  const { flinkVersion, config, goal, headroomRatio, limit } = drawn;
  const memory = modelOf(flinkVersion, config);
  if (memory === null) return null;
  const observed = observedAs(memory, uses);
  const podLimit = limit === undefined ? undefined : `${part(memory.totalProcessBytes, limit)}`;
  return { flinkVersion, config, observed, goal, headroomRatio, podLimit };
}

const tuned = (request: TuningRequest): MemoryAnswer<MemoryTuning> => tuneMemory(request, false);

const used = (observed: Observed, name: keyof Observed): bigint => BigInt(observed[name] ?? 0);

describe('a tuning proposal', () => {
  it('is accepted by Flink, states what its model says, and is never refused as a configuration', () => {
    let accepted = 0;
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf(drawn);
        if (request === null) return;
        const answer = tuned(request);
        expect(answer.kind).not.toBe('refused');
        if (answer.kind !== 'ok') return;
        accepted += 1;
        const { config, after } = answer.value;
        expect(modelOf(request.flinkVersion, config)?.components).toEqual(after.components);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(250);
  });

  it('gives no pool less than was observed in use, and the process no more than the pod', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf(drawn);
        if (request === null) return;
        const answer = tuned(request);
        if (answer.kind !== 'ok') return;
        const { components, jvmHeapBytes, totalProcessBytes } = answer.value.after;
        const { observed } = request;
        expect(jvmHeapBytes >= used(observed, 'heapUsedAfterGcBytes')).toBe(true);
        expect(components.jvmMetaspaceBytes >= used(observed, 'metaspaceUsedBytes')).toBe(true);
        expect(components.networkBytes >= used(observed, 'networkUsedBytes')).toBe(true);
        expect(components.managedBytes >= used(observed, 'managedUsedBytes')).toBe(true);
        if (request.podLimit !== undefined) expect(totalProcessBytes <= BigInt(request.podLimit)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing from a pool that is not observed, unless another has to be fixed', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf(drawn);
        if (request === null) return;
        const answer = tuned(request);
        if (answer.kind !== 'ok') return;
        const { before, after } = answer.value;
        const { heap, metaspace, network, managed } = drawn.shares;
        if (heap === undefined) expect(after.jvmHeapBytes >= before.jvmHeapBytes).toBe(true);
        const name = (pool: 'jvmMetaspaceBytes' | 'networkBytes' | 'managedBytes') =>
          after.components[pool] >= before.components[pool];
        if (metaspace === undefined) expect(name('jvmMetaspaceBytes')).toBe(true);
        if (network === undefined) expect(name('networkBytes')).toBe(true);
        if (managed === undefined) expect(name('managedBytes')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('frees no less where less is in use', () => {
    const lesser = fc.record({
      heap: fc.double({ min: 0, max: 1, noNaN: true }),
      metaspace: fc.double({ min: 0, max: 1, noNaN: true }),
      network: fc.double({ min: 0, max: 1, noNaN: true }),
      managed: fc.double({ min: 0, max: 1, noNaN: true }),
      resident: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    let compared = 0;
    fc.assert(
      fc.property(cases, lesser, (drawn, by) => {
        const less = (name: keyof typeof by): number | undefined => {
          const ratio = drawn.shares[name];
          return ratio === undefined ? undefined : ratio * by[name];
        };
        const more = requestOf(drawn);
        const fewer = requestOf(drawn, {
          heap: less('heap'),
          metaspace: less('metaspace'),
          network: less('network'),
          managed: less('managed'),
          resident: less('resident'),
        });
        if (more === null || fewer === null) return;
        const [most, least] = [tuned(more), tuned(fewer)];
        if (most.kind !== 'ok') return;
        if (least.kind !== 'ok') throw new Error('less use is rejected where more is not');
        compared += 1;
        expect(least.value.freedBytes >= most.value.freedBytes).toBe(true);
      }),
      { numRuns: 800 },
    );
    expect(compared).toBeGreaterThan(400);
  });

  it('never takes managed memory away by giving to it', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf({ ...drawn, goal: 'give-to-managed', limit: undefined });
        if (request === null) return;
        const answer = tuned(request);
        if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
        const { before, after, freedBytes } = answer.value;
        expect(after.totalProcessBytes).toBe(before.totalProcessBytes);
        expect(after.components.managedBytes - before.components.managedBytes).toBe(freedBytes);
        expect(freedBytes >= 0n).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the range of JVM overhead alone where nothing is seen to be resident beyond the pools', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf(drawn, { ...drawn.shares, resident: undefined });
        const answer = request === null ? null : tuned(request);
        if (answer?.kind !== 'ok') return;
        const keys = answer.value.changes.map(({ key }) => key);
        expect(keys.filter((key) => key.includes('jvm-overhead'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has steps whose texts give their values', () => {
    const ids = TUNING_PARAMETERS.map(({ id }) => id);
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf(drawn);
        const answer = request === null ? null : tuneMemory(request);
        if (answer?.kind === 'ok') checkExactSteps(answer.value.steps, ids);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whether its steps are kept or not', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const request = requestOf(drawn);
        if (request === null) return;
        const [plain, traced] = [tuneMemory(request, false), tuneMemory(request, true)];
        expect(plain.kind).toBe(traced.kind);
        if (plain.kind !== 'ok' || traced.kind !== 'ok') return;
        expect(plain.value.config).toEqual(traced.value.config);
        expect(plain.value.freedBytes).toBe(traced.value.freedBytes);
        expect(plain.value.steps).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

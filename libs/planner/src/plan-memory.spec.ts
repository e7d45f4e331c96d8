import { stepFaults } from '@plimsoll/testing';
import { composePlan, type PlanContent, type PlanInputs } from './plan.js';
import type { PlanMemory } from './plan-memory.js';

const GBIT_10 = 1.25e9;

/** A million keys of 100 B on one machine, read and written a hundred thousand times a second. */
const job = (config: Record<string, string>, cluster: object = {}): PlanInputs => ({
  flinkVersion: '1.20',
  workload: {
    operators: [
      { id: 'in', kind: 'source', connector: 'kafka', recordsPerSecond: 100_000, recordBytes: 200 },
      { id: 'count', kind: 'process', keys: 10_000_000, state: { entryBytes: 100, snapshotEntryBytes: 100 } },
      { id: 'out', kind: 'sink', connector: 'kafka' },
    ],
    edges: [
      { from: 'in', to: 'count', shipStrategy: 'HASH' },
      { from: 'count', to: 'out', shipStrategy: 'FORWARD' },
    ],
  },
  cluster: {
    machines: 1,
    stateBackend: 'rocksdb',
    machine: { networkIn: GBIT_10, networkOut: GBIT_10, stateDisk: { attachment: 'local' } },
    ...cluster,
  },
  config,
});

function planned(inputs: PlanInputs): PlanContent {
  const plan = composePlan(inputs);
  if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
  return plan.value;
}

function memoryOf(plan: PlanContent): PlanMemory {
  if (plan.memory === null || 'rejected' in plan.memory) throw new Error(JSON.stringify(plan.memory));
  return plan.memory;
}

const ruleIds = ({ findings }: PlanContent): string[] => findings.map(({ ruleId }) => ruleId);
const hitRatio = ({ capacity }: PlanContent): number | undefined =>
  capacity.steps.find(({ key }) => key === 'state.cacheHitRatio')?.value;

function isThere(pointer: string, document: unknown): boolean {
  let at: unknown = document;
  for (const name of pointer.slice(1).split('/')) {
    if (typeof at !== 'object' || at === null) return false;
    const entry = Object.entries(at).find(
      ([key]) => key === name.replaceAll('~1', '/').replaceAll('~0', '~'),
    );
    if (entry === undefined) return false;
    at = entry[1];
  }
  return at !== undefined;
}

describe('the memory of a plan', () => {
  it('is null where the configuration says nothing of memory', () => {
    const plan = planned(job({ 'state.backend.type': 'rocksdb' }));
    expect(plan.memory).toBeNull();
    expect(ruleIds(plan)).toContain('state-access-assumed-in-cache');
  });

  it('is what Flink makes of the configuration, for the processes that it speaks of', () => {
    const memory = memoryOf(planned(job({ 'taskmanager.memory.process.size': '8gb' })));
    expect(memory.taskManager?.components.managedBytes).toBe(2_985_002_310n);
    expect(memory.rocksDb?.shared?.cacheBytes).toBe(2_487_501_925n);
    expect(memory.networkBuffers?.starts).toBe(true);
    expect([memory.jobManager, memory.pods, memory.observed]).toEqual([null, null, null]);
  });

  it('tells how much of the state is read from disk, and how that ends with more machines', () => {
    const config = { 'taskmanager.memory.process.size': '2gb' };
    const one = planned(job(config));
    const cache = Number(memoryOf(one).rocksDb?.shared?.blockBytes);
    expect(hitRatio(one)).toBeCloseTo(cache / 1e9, 12);
    expect(hitRatio(planned(job(config, { machines: 2 })))).toBeCloseTo((2 * cache) / 1e9, 12);
    expect(hitRatio(planned(job(config, { machines: 8 })))).toBe(1);
    expect(ruleIds(one)).not.toContain('state-access-assumed-in-cache');
    expect(stepFaults(one.capacity.steps)).toEqual([]);
    const misses = 100_000 * (1 - cache / 1e9);
    expect(one.capacity.perMachine.diskIops?.operationsPerSecond).toBeCloseTo(misses, 6);
  });

  it('leaves to data what filters and indexes leave of the cache', () => {
    const config = { 'taskmanager.memory.process.size': '2gb' };
    const filtered = { ...config, 'state.backend.rocksdb.use-bloom-filter': 'true' };
    const [plain, bloom] = [planned(job(config)), planned(job(filtered))];
    const { rocksDb } = memoryOf(bloom);
    expect(rocksDb?.asked.access).toMatchObject({
      keys: 10_000_000,
      entryBytes: 100,
      lookupsPerSecond: 100_000,
    });
    expect(rocksDb?.bloomFilter?.filterBytes).toBe(12_500_000n);
    const usable = Number(rocksDb?.cacheHits?.usableBytes);
    expect(usable).toBe(Number(memoryOf(plain).rocksDb?.shared?.blockBytes) - 12_500_000);
    expect(hitRatio(bloom)).toBeCloseTo(usable / 1e9, 12);
  });

  it('leads each pointer of its steps to the profile or into the plan', () => {
    const inputs = job({ 'taskmanager.memory.process.size': '2gb' });
    const plan = planned(inputs);
    const { rocksDb, networkBuffers, taskManager } = memoryOf(plan);
    const steps = [rocksDb, networkBuffers, taskManager].flatMap((part) => part?.steps ?? []);
    const pointers = steps
      .flatMap((step) => step.inputs.map(({ from }) => from))
      .filter((from) => from.startsWith('/'));
    const nowhere = pointers.filter(
      (pointer) => !isThere(pointer, pointer.startsWith('/memory/') ? plan : inputs),
    );
    expect([...new Set(nowhere)]).toEqual([]);
    expect(pointers.length).toBeGreaterThan(20);
  });

  it('leaves a ratio that the profile states', () => {
    const inputs = job({ 'taskmanager.memory.process.size': '2gb' });
    const operators = inputs.workload.operators.map((operator) =>
      operator.state === undefined
        ? operator
        : { ...operator, state: { ...operator.state, cacheHitRatio: 0.5 } },
    );
    const plan = planned({ ...inputs, workload: { ...inputs.workload, operators } });
    expect(plan.capacity.perMachine.diskIops?.operationsPerSecond).toBeCloseTo(50_000, 6);
  });

  it('is Flink’s refusal where Flink refuses, with a finding and what would work', () => {
    const plan = planned(job({ 'taskmanager.memory.process.size': '500m' }));
    expect(plan.memory).toMatchObject({
      rejected: {
        code: 'FLINK_REJECTS_CONFIG',
        status: 422,
        flinkException: 'IllegalConfigurationException',
        keys: ['taskmanager.memory.process.size'],
      },
    });
    const finding = plan.findings.find(({ ruleId }) => ruleId === 'flink-rejects-config');
    expect(finding).toMatchObject({ severity: 'error', path: 'taskmanager.memory.process.size' });
    const mended = planned(job({ 'taskmanager.memory.process.size': '500m', ...finding?.fix?.set }));
    expect(memoryOf(mended).taskManager).not.toBeNull();
  });

  it('finds too few network buffers, constant flushing and machines that are too small', () => {
    const plan = planned(
      job(
        {
          'taskmanager.memory.process.size': '1gb',
          'taskmanager.memory.network.min': '1m',
          'taskmanager.memory.network.max': '1m',
          'taskmanager.memory.managed.size': '16m',
          'taskmanager.numberOfTaskSlots': '16',
        },
        {
          machine: {
            networkIn: GBIT_10,
            networkOut: GBIT_10,
            memory: 1e9,
            stateDisk: { attachment: 'local' },
          },
        },
      ),
    );
    expect(ruleIds(plan)).toEqual(
      expect.arrayContaining([
        'network-buffers-insufficient',
        'rocksdb-flushes-constantly',
        'task-managers-exceed-machine-memory',
      ]),
    );
  });

  it('holds what was observed against what was given, and rejects what contradicts it', () => {
    const inputs = job({ 'taskmanager.memory.process.size': '8gb' });
    const memory = memoryOf(planned({ ...inputs, observed: { metaspaceUsedBytes: 100 * 2 ** 20 } }));
    expect(memory.observed?.pools.find(({ pool }) => pool === 'jvmMetaspace')?.unusedBytes).toBe(
      156n * 2n ** 20n,
    );
    expect(composePlan({ ...inputs, observed: { metaspaceUsedBytes: 2 ** 40 } })).toMatchObject({
      kind: 'rejected',
      rejections: [{ pointer: '/observed/metaspaceUsedBytes' }],
    });
  });

  it('asks Kubernetes for pods where Flink makes them', () => {
    const memory = memoryOf(
      planned(
        job({
          'taskmanager.memory.process.size': '2gb',
          'kubernetes.cluster-id': 'jobs',
          'kubernetes.taskmanager.memory.limit-factor': '1.5',
        }),
      ),
    );
    expect(memory.pods?.taskManager?.pod).toMatchObject({ requestText: '2048Mi', limitText: '3072Mi' });
  });
});

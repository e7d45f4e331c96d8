import { type ComparedPlan, comparePlans } from './compare.js';
import { memoryHeadlines } from './compare-memory.js';
import { composePlan, type PlanInputs } from './plan.js';

const MIB = 2 ** 20;

const inputs = (config: Record<string, string>): PlanInputs => ({
  flinkVersion: '1.20',
  workload: {
    operators: [
      { id: 'in', kind: 'source', connector: 'kafka', recordsPerSecond: 1000, recordBytes: 200 },
      { id: 'count', kind: 'process', keys: 1000, state: { entryBytes: 100 } },
    ],
    edges: [{ from: 'in', to: 'count', shipStrategy: 'HASH' }],
  },
  cluster: {
    machines: 2,
    stateBackend: 'rocksdb',
    machine: { networkIn: 1e9, networkOut: 1e9, stateDisk: { attachment: 'local' } },
  },
  config,
});

function planOf(config: Record<string, string>): ComparedPlan {
  const from = inputs(config);
  const plan = composePlan(from);
  if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
  return { inputs: from, ...plan.value };
}

/** As it is read from where it is stored: sizes are numbers, or digits above 2^53 − 1. */
const stored = (plan: ComparedPlan): ComparedPlan =>
  JSON.parse(
    JSON.stringify(plan, (_, value) =>
      typeof value === 'bigint' ? (value > Number.MAX_SAFE_INTEGER ? String(value) : Number(value)) : value,
    ),
  );

const memoryRows = (base: ComparedPlan, head: ComparedPlan) =>
  comparePlans(base, head).results.filter(({ key }) => key.startsWith('memory.'));

describe('the comparison of the memory of two plans', () => {
  const small = planOf({ 'taskmanager.memory.process.size': '4gb' });
  const large = planOf({ 'taskmanager.memory.process.size': '8gb' });

  it('tells each pool and each total that differs, by where it stands in the plan', () => {
    const rows = new Map(memoryRows(small, large).map((row) => [row.key, row]));
    expect(rows.get('memory.taskManager.totalProcessBytes')).toEqual({
      key: 'memory.taskManager.totalProcessBytes',
      unit: 'bytes',
      base: 4096 * MIB,
      head: 8192 * MIB,
      absolute: 4096 * MIB,
      relative: 1,
    });
    expect(rows.get('memory.taskManager.components.networkBytes')?.base).toBe(359_703_515);
    expect(rows.get('memory.rocksDb.shared.cacheBytes')?.head).toBe(2_487_501_925);
    expect(rows.has('memory.taskManager.components.frameworkHeapBytes')).toBe(false);
    expect(rows.has('memory.networkBuffers.requiredBuffers')).toBe(false);
  });

  it('is the same for plans as they are made and as they are stored', () => {
    expect(comparePlans(stored(small), stored(large)).results).toEqual(comparePlans(small, large).results);
    const huge = planOf({ 'taskmanager.memory.process.size': '9000000000000000000b' });
    expect(memoryRows(stored(small), stored(huge))).toEqual(memoryRows(small, huge));
  });

  it('tells sizes apart to the byte, however large they are', () => {
    const whole = (size: string) =>
      planOf({ 'taskmanager.memory.process.size': size, 'taskmanager.memory.managed.size': '0b' });
    const one = whole('9223372036854775807b');
    const other = whole('9223372036854775806b');
    const total = (rows: ReturnType<typeof memoryRows>) =>
      rows.find(({ key }) => key === 'memory.taskManager.totalProcessBytes');
    const expected = { base: 9223372036854775807n, head: 9223372036854775806n, absolute: -1 };
    expect(total(memoryRows(one, other))).toMatchObject(expected);
    expect(total(memoryRows(stored(one), stored(other)))).toMatchObject(expected);
    expect(total(memoryRows(small, one))).toMatchObject({
      absolute: 9223372036854775807n - 4096n * 2n ** 20n,
    });
  });

  it('says nothing where both are alike, also where neither has memory', () => {
    expect(memoryRows(small, structuredClone(small))).toEqual([]);
    expect(memoryRows(planOf({}), planOf({}))).toEqual([]);
  });

  it('has no figure of what Flink refuses, and of what the other plan does not speak of', () => {
    const refused = planOf({ 'taskmanager.memory.process.size': '300m' });
    expect(refused.memory).toHaveProperty('rejected');
    for (const other of [refused, planOf({})]) {
      const row = memoryRows(small, other).find(({ key }) => key === 'memory.taskManager.totalFlinkBytes');
      expect(row).toMatchObject({ base: 3_597_035_104, head: null, absolute: null, relative: null });
    }
  });

  it('has each of its figures in a plan that speaks of everything', () => {
    const plan = planOf({
      'taskmanager.memory.process.size': '4gb',
      'jobmanager.memory.process.size': '2gb',
      'jobmanager.memory.enable-jvm-direct-memory-limit': 'true',
      'kubernetes.cluster-id': 'jobs',
    });
    const missing = memoryHeadlines(plan.memory ?? null).filter(({ value }) => value === null);
    expect(missing).toEqual([]);
  });
});

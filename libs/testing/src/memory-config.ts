import fc from 'fast-check';

const size = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 20_000 }).map((count) => `${count}m`) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 64 }).map((count) => `${count} gb`) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map((bytes) => `${bytes}b`) },
  { weight: 1, arbitrary: fc.constantFrom('', '1.5gb', '512MiB', '-1', 'x', '9000000t', '１g') },
  { weight: 1, arbitrary: fc.string() },
);
const fraction = fc.oneof(
  { weight: 5, arbitrary: fc.float({ min: 0, max: Math.fround(0.999), noNaN: true }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('1', 'NaN', '-0.1', '0.2f', '.2', '1e-1', 'x', '') },
);
const count = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 64 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('0', '-1', '99999999999', 'x') },
);

const SIZES = ['process.size', 'flink.size', 'jvm-metaspace.size', 'jvm-overhead.min', 'jvm-overhead.max'];
const OF_TASK_MANAGER = ['task.heap', 'task.off-heap', 'framework.heap', 'framework.off-heap', 'managed'];

const sizesOf = (process: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`${process}.memory.${name}`, size]));

/** A Flink configuration of a TaskManager's memory: most can be read, many contradict themselves. */
export const taskManagerConfig = (): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      ...sizesOf('taskmanager', [...SIZES, ...OF_TASK_MANAGER.map((pool) => `${pool}.size`)]),
      ...sizesOf('taskmanager', ['network.min', 'network.max']),
      'taskmanager.memory.managed.fraction': fraction,
      'taskmanager.memory.network.fraction': fraction,
      'taskmanager.memory.jvm-overhead.fraction': fraction,
      'taskmanager.heap.size': size,
      'taskmanager.network.numberOfBuffers': count,
      'taskmanager.numberOfTaskSlots': count,
    },
    { requiredKeys: [] },
  );

/** The same of a JobManager. */
export const jobManagerConfig = (): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    {
      ...sizesOf('jobmanager', [...SIZES, 'heap.size', 'off-heap.size']),
      'jobmanager.memory.jvm-overhead.fraction': fraction,
      'jobmanager.heap.size': size,
      'jobmanager.memory.enable-jvm-direct-memory-limit': fc.constantFrom('true', 'false', 'yes'),
    },
    { requiredKeys: [] },
  );

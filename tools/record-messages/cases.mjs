/**
 * What is made to fail, and how. `config` is Flink's configuration of the process; where `failure` is given, a JVM is started with
 * the arguments that Flink derives from it and runs out of what the failure says. Where `failure` is absent, Flink refuses the
 * configuration itself. `shell` stands before the java command, `jvm` after Flink's own JVM arguments, as `env.java.opts.all` does.
 */
const tm = (size, more = {}) => ({ 'taskmanager.memory.process.size': size, ...more });
const jm = (size, more = {}) => ({ 'jobmanager.memory.process.size': size, ...more });
const SMALL_HEAP = {
  'taskmanager.memory.framework.heap.size': '32m',
  'taskmanager.memory.task.heap.size': '0m',
  'taskmanager.memory.managed.size': '0m',
};
const SMALL_DIRECT = tm('1024m', { 'taskmanager.memory.framework.off-heap.size': '64m' });

export const FAILURES = [
  { id: 'tm-heap', pool: 'jvmHeap', config: tm('1g'), failure: 'heap taskmanager' },
  { id: 'jm-heap', pool: 'jvmHeap', config: jm('700m'), failure: 'heap jobmanager' },
  {
    id: 'tm-gc-overhead',
    pool: 'jvmHeap',
    config: SMALL_HEAP,
    jvm: '-XX:+UseParallelGC',
    failure: 'gc taskmanager',
  },
  { id: 'array-limit', pool: 'jvmHeap', config: tm('1g'), failure: 'array taskmanager' },
  {
    id: 'metaspace-as-thrown',
    pool: 'jvmMetaspace',
    config: tm('1g', { 'taskmanager.memory.jvm-metaspace.size': '32m' }),
    failure: 'metaspace',
  },
  {
    id: 'tm-metaspace',
    pool: 'jvmMetaspace',
    config: tm('1g', { 'taskmanager.memory.jvm-metaspace.size': '48m' }),
    failure: 'metaspace taskmanager',
  },
  {
    id: 'jm-metaspace',
    pool: 'jvmMetaspace',
    config: jm('1g', { 'jobmanager.memory.jvm-metaspace.size': '48m' }),
    failure: 'metaspace jobmanager',
  },
  {
    id: 'class-space',
    pool: 'jvmMetaspace',
    config: tm('1g'),
    jvm: '-XX:CompressedClassSpaceSize=4m',
    failure: 'metaspace taskmanager',
  },
  { id: 'direct-as-thrown', pool: 'direct', config: SMALL_DIRECT, failure: 'direct' },
  { id: 'tm-direct', pool: 'direct', config: SMALL_DIRECT, failure: 'direct taskmanager' },
  {
    id: 'jm-direct',
    pool: 'direct',
    config: jm('1g', { 'jobmanager.memory.enable-jvm-direct-memory-limit': 'true' }),
    failure: 'direct jobmanager',
  },
  {
    id: 'threads',
    pool: 'threads',
    config: tm('1g'),
    shell: 'setpriv --reuid=65534 --regid=65534 --clear-groups prlimit --nproc=120',
    failure: 'threads',
  },
  {
    id: 'native',
    pool: 'outsideJvm',
    config: SMALL_HEAP,
    shell: 'prlimit --as=4000000000',
    jvm: '-XX:+UseSerialGC -XX:ReservedCodeCacheSize=64m -XX:CompressedClassSpaceSize=64m',
    failure: 'native taskmanager',
  },
  {
    id: 'network-segments',
    pool: 'network',
    config: tm('1g'),
    jvm: '-XX:MaxDirectMemorySize=64m',
    extra: { 'env.java.opts.taskmanager': '-XX:MaxDirectMemorySize=64m' },
    failure: 'network-segments - 3000',
  },
  {
    id: 'network-segments-reworded',
    pool: 'network',
    config: tm('1g'),
    jvm: '-XX:MaxDirectMemorySize=64m',
    extra: { 'env.java.opts.taskmanager': '-XX:MaxDirectMemorySize=64m' },
    failure: 'network-segments taskmanager 3000',
  },
  {
    id: 'network-buffers',
    pool: 'network',
    config: tm('1728m'),
    failure: 'network-buffers taskmanager 3697 300',
  },
  {
    id: 'network-buffers-small',
    pool: 'network',
    config: tm('2g', { 'taskmanager.memory.network.min': '8m', 'taskmanager.memory.network.max': '8m' }),
    failure: 'network-buffers taskmanager 256 65',
  },
  {
    id: 'network-timeout',
    pool: 'network',
    config: tm('2g', { 'taskmanager.memory.network.max': '64m' }),
    failure: 'network-timeout taskmanager 2048',
  },
  {
    id: 'batch-shuffle-read-buffers',
    pool: 'direct',
    config: tm('1g', { 'taskmanager.memory.framework.off-heap.size': '16m' }),
    failure: 'batch-shuffle - 134217728',
  },
  {
    id: 'managed-pages',
    pool: 'managed',
    config: tm('2g', { 'taskmanager.memory.managed.size': '64m' }),
    failure: 'managed-pages taskmanager 67108864 1500',
  },
  {
    id: 'managed-reserve',
    pool: 'managed',
    config: tm('2g', { 'taskmanager.memory.managed.size': '64m' }),
    failure: 'managed-reserve taskmanager 67108864 50331648',
  },
  {
    id: 'managed-shared',
    pool: 'managed',
    config: tm('2g', { 'taskmanager.memory.managed.size': '64m', 'state.backend.type': 'rocksdb' }),
    failure: 'managed-shared taskmanager 67108864 33554432',
  },
  {
    id: 'heap-not-reserved',
    pool: 'machine',
    config: tm('4g'),
    shell: 'prlimit --as=1000000000',
    failure: 'heap taskmanager',
  },
  {
    id: 'heap-too-small',
    pool: 'jvmHeap',
    config: { ...SMALL_HEAP, 'taskmanager.memory.framework.heap.size': '1m' },
    failure: 'heap taskmanager',
  },
  {
    id: 'heap-initial-above-maximum',
    pool: 'configuration',
    config: tm('1g'),
    jvm: '-Xms1g',
    extra: { 'env.java.opts.taskmanager': '-Xms1g' },
    failure: 'heap taskmanager',
  },
  {
    id: 'direct-size-invalid',
    pool: 'configuration',
    config: tm('1g'),
    jvm: '-XX:MaxDirectMemorySize=512mb',
    extra: { 'env.java.opts.taskmanager': '-XX:MaxDirectMemorySize=512mb' },
    failure: 'heap taskmanager',
  },
  {
    id: 'code-cache',
    pool: 'jvmOverhead',
    config: tm('1g'),
    jvm: '-XX:ReservedCodeCacheSize=2600k -XX:InitialCodeCacheSize=2500k -XX:TieredStopAtLevel=1 -Xcomp',
    extra: { 'env.java.opts.taskmanager': '-XX:ReservedCodeCacheSize=2600k' },
    failure: 'code',
  },
  { id: 'exit-fatal', pool: 'unknown', config: tm('1g'), failure: 'fatal', exits: true },
  { id: 'exit-killed', pool: 'unknown', config: tm('1g'), failure: 'wait', signal: 'SIGKILL', exits: true },
  { id: 'exit-terminated', pool: 'none', config: tm('1g'), failure: 'wait', signal: 'SIGTERM', exits: true },
  {
    id: 'exit-on-oom',
    pool: 'jvmHeap',
    config: tm('1g'),
    jvm: '-XX:+ExitOnOutOfMemoryError',
    failure: 'heap taskmanager',
    exits: true,
  },
];

const REFUSED = [
  ['tm-sum-of-defaults', tm('800m')],
  [
    'tm-sum-task-heap',
    { 'taskmanager.memory.flink.size': '2g', 'taskmanager.memory.task.heap.size': '1800m' },
  ],
  ['tm-sum-managed', tm('4g', { 'taskmanager.memory.managed.size': '3500m' })],
  [
    'tm-sum-task-heap-and-managed',
    {
      'taskmanager.memory.flink.size': '4g',
      'taskmanager.memory.task.heap.size': '1g',
      'taskmanager.memory.managed.size': '3g',
    },
  ],
  [
    'tm-process-too-small',
    tm('2g', { 'taskmanager.memory.task.heap.size': '1g', 'taskmanager.memory.managed.size': '1g' }),
  ],
  [
    'tm-overhead-not-in-range',
    tm('4g', { 'taskmanager.memory.task.heap.size': '1g', 'taskmanager.memory.managed.size': '512m' }),
  ],
  ['tm-metaspace-and-overhead', tm('400m')],
  [
    'tm-network-not-in-range',
    {
      'taskmanager.memory.flink.size': '4g',
      'taskmanager.memory.task.heap.size': '1g',
      'taskmanager.memory.managed.size': '1g',
      'taskmanager.memory.network.max': '512m',
    },
  ],
  [
    'tm-network-minimum-above-maximum',
    tm('4g', { 'taskmanager.memory.network.min': '2g', 'taskmanager.memory.network.max': '1g' }),
  ],
  [
    'tm-totals-do-not-add-up',
    tm('4g', { 'taskmanager.memory.flink.size': '3g', 'taskmanager.memory.jvm-metaspace.size': '1g' }),
  ],
  ['tm-nothing-set', {}],
  ['tm-size-not-readable', tm('4gib')],
  ['jm-nothing-set', {}, 'jobmanager'],
  [
    'jm-heap-exceeds-flink',
    { 'jobmanager.memory.flink.size': '1g', 'jobmanager.memory.heap.size': '1200m' },
    'jobmanager',
  ],
  [
    'jm-off-heap-exceeds-flink',
    { 'jobmanager.memory.flink.size': '512m', 'jobmanager.memory.off-heap.size': '600m' },
    'jobmanager',
  ],
  ['jm-process-too-small', jm('1g', { 'jobmanager.memory.heap.size': '1g' }), 'jobmanager'],
  ['jm-metaspace-and-overhead', jm('300m'), 'jobmanager'],
];

/** Each refusal on the newest 1.x; some also on versions that word them otherwise. */
export const REFUSALS = [
  ...REFUSED.map(([id, config, component = 'taskmanager']) => ({
    id,
    config,
    component,
    flinkVersion: '1.20.5',
  })),
  ...['1.10.3', '1.13.6', '2.3.0'].flatMap((flinkVersion) =>
    REFUSED.filter(([id]) => /^tm-(sum-managed|overhead-not-in-range|nothing-set)$/.test(id)).map(
      ([id, config]) => ({
        id: `${id}-${flinkVersion}`,
        config,
        component: 'taskmanager',
        flinkVersion,
      }),
    ),
  ),
  {
    id: 'jm-heap-exceeds-flink-2.3.0',
    config: REFUSED[13][1],
    component: 'jobmanager',
    flinkVersion: '2.3.0',
  },
];

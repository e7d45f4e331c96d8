import { MINI_CLUSTER_JOBS } from '@plimsoll/memory';
import { casesIn } from '@plimsoll/testing';
import fc from 'fast-check';

const VECTORS = new URL('../libs/memory/vectors/', import.meta.url);

/** Bodies for the calculators of memory: mostly of the right shape, with values that nobody would send. */
const KEYS = [
  ...new Set(
    ['1.10.3', '1.20.5', '2.3.0'].flatMap((version) =>
      casesIn<{ config: object }>(new URL(`dev-${version}.jsonl`, VECTORS)).flatMap(({ config }) =>
        Object.keys(config),
      ),
    ),
  ),
  'containerized.heap-cutoff-ratio',
  'containerized.heap-cutoff-min',
  'taskmanager.memory.size',
  'taskmanager.memory.fraction',
  'taskmanager.memory.off-heap',
  'taskmanager.network.memory.fraction',
];

const text = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1g',
    '4096mb',
    '-1',
    '0.5',
    '1.0',
    'NaN',
    'Infinity',
    '1e400',
    '0x1p3',
    'true',
    '1 m',
  ),
  fc.bigInt({ min: 0n, max: 2n ** 64n }).map((size) => `${size}b`),
  fc.double({ noDefaultInfinity: true }).map(String),
  fc.string({ maxLength: 20 }),
);
const number = fc.oneof(
  fc.constantFrom(0, -1, 1, 2000, 2 ** 31, 2 ** 53, -0, 1e300, Number.POSITIVE_INFINITY, Number.MIN_VALUE),
  fc.double({ noNaN: true }),
  fc.integer(),
);
const ENOUGH = { 'taskmanager.memory.process.size': '4g', 'jobmanager.memory.process.size': '2g' };
const config = fc.oneof(
  fc.dictionary(fc.constantFrom(...KEYS), text, { maxKeys: 2 }).map((some) => ({ ...ENOUGH, ...some })),
  fc.dictionary(fc.constantFrom(...KEYS), text, { maxKeys: 6 }),
);
const version = fc.oneof(
  fc.constantFrom('1.3', '1.4', '1.9', '1.10', '1.11', '1.20', '2.0', '2.3', '1.21', '1.20.5'),
  text,
);
const anything = fc.jsonValue({ maxDepth: 3 });

/** A value of the right kind nine times out of ten, else anything at all. */
export const mostly = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: anything });

export const processBody = fc.record(
  {
    flinkVersion: mostly(version),
    config: mostly(config),
    deployment: mostly(fc.constantFrom('standalone', 'container')),
  },
  { requiredKeys: ['flinkVersion', 'config'] },
);
const wildLegacy = fc.record({
  flinkVersion: mostly(version),
  config: mostly(config),
  containerMegabytes: mostly(number),
  slots: mostly(number),
});
const plausibleLegacy = fc.record({
  flinkVersion: fc.constantFrom('1.3', '1.4', '1.5', '1.8', '1.9'),
  config: fc.dictionary(fc.constantFrom(...KEYS), text, { maxKeys: 1 }),
  containerMegabytes: fc.integer({ min: 1000, max: 20_000 }),
  slots: fc.integer({ min: 1, max: 64 }),
});
export const legacyBody = fc.oneof(plausibleLegacy, wildLegacy);
const wildMiniCluster = fc.record(
  {
    heap: mostly(fc.oneof(number, fc.constantFrom('50 MiB', '1 PB', '99999999999999999999'))),
    job: mostly(
      fc.record(
        {
          kind: mostly(fc.constantFrom(...MINI_CLUSTER_JOBS)),
          tasks: mostly(number),
          kafkaConsumers: mostly(number),
          kafkaProducers: mostly(number),
        },
        { requiredKeys: ['kind'] },
      ),
    ),
    gc: mostly(fc.constantFrom('g1', 'serial')),
    stackSize: mostly(number),
    networkMemory: mostly(number),
    throughput: mostly(number),
    cores: mostly(number),
    threads: mostly(number),
  },
  { requiredKeys: [] },
);
const plausibleMiniCluster = fc.record(
  {
    heap: fc.integer({ min: 2 ** 26, max: 2 ** 31 }),
    job: fc.record({ kind: fc.constantFrom(...MINI_CLUSTER_JOBS) }),
    throughput: fc.integer({ min: 0, max: 10 ** 8 }),
    cores: fc.integer({ min: 1, max: 64 }),
  },
  { requiredKeys: [] },
);
export const miniClusterBody = fc.oneof(plausibleMiniCluster, wildMiniCluster);
const size = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 }),
  fc.integer({ min: 0, max: 2 ** 31 }),
  number,
  fc.constantFrom('12345', '99999999999999999999'),
);
const observed = fc.record(
  {
    heapUsedAfterGcBytes: mostly(size),
    heapCommittedBytes: mostly(size),
    metaspaceUsedBytes: mostly(size),
    networkUsedBytes: mostly(size),
    managedUsedBytes: mostly(size),
    residentBytes: mostly(size),
    observedForMs: mostly(size),
  },
  { requiredKeys: [] },
);
const podLimit = fc.oneof(fc.constantFrom('8Gi', '4G', '1e9', '5000m', '8GiB', '-1', '100Ei', '0'), text);
const GOAL = fc.constantFrom('give-to-managed', 'shrink', 'fix-out-of-memory');
const plausibleTuning = fc.record(
  {
    flinkVersion: fc.constantFrom('1.10', '1.15', '1.20', '2.3'),
    config: fc.constant(ENOUGH),
    observed: fc.record({
      heapUsedAfterGcBytes: fc.integer({ min: 0, max: 5e9 }),
      metaspaceUsedBytes: fc.integer({ min: 0, max: 5e8 }),
    }),
    headroomRatio: fc.double({ min: 0, max: 3, noNaN: true }),
    goal: GOAL,
  },
  { requiredKeys: ['flinkVersion', 'config', 'observed'] },
);
const wildTuning = fc.record(
  {
    flinkVersion: mostly(version),
    config: mostly(config),
    observed: mostly(observed),
    podLimit: mostly(podLimit),
    headroomRatio: mostly(number),
    goal: mostly(GOAL),
  },
  { requiredKeys: ['flinkVersion', 'config', 'observed'] },
);
export const tuningBody = fc.oneof(plausibleTuning, wildTuning);
const MESSAGES = casesIn<{ text?: string }>(new URL('messages.jsonl', VECTORS)).flatMap(
  ({ text }) => text ?? [],
);
export const diagnosisBody = fc.record(
  {
    flinkVersion: mostly(version),
    config: mostly(config),
    symptom: mostly(
      fc.record(
        {
          text: mostly(fc.oneof(fc.constantFrom(...MESSAGES), text)),
          exitCode: mostly(fc.oneof(fc.constantFrom(0, 1, 137, 143, -103, -104, 239), fc.integer())),
          reason: mostly(fc.constantFrom('OOMKilled', 'Evicted', 'Error', 'Completed', '')),
        },
        { requiredKeys: [] },
      ),
    ),
    observed: mostly(observed),
    podLimit: mostly(podLimit),
  },
  { requiredKeys: ['flinkVersion', 'symptom'] },
);
export const batchBody = fc.record({ requests: mostly(fc.array(mostly(processBody), { maxLength: 5 })) });

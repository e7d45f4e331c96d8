import { catalogueOf } from '@plimsoll/flink-config';
import { lint, lintConfig, RULES } from '@plimsoll/rules';
import { parseFlinkVersion } from '@plimsoll/units';
import { median, note, rateOf, report } from './measure.mjs';
import { SAMPLE } from './workloads.mjs';

const KEYS = 200;
const DOCUMENTS = 1000;
const MOST_MS = 2;
const MOST_ALL_MS = 2000;
const ROUNDS = 5;

const USUAL = {
  'jobmanager.memory.process.size': '2g',
  'taskmanager.memory.process.size': '8g',
  'taskmanager.numberOfTaskSlots': '4',
  'state.backend.type': 'rocksdb',
  'execution.checkpointing.interval': '3 min',
  'execution.checkpointing.dir': 's3://bucket/checkpoints',
  'high-availability.type': 'kubernetes',
  'high-availability.storageDir': 's3://bucket/ha',
  'restart-strategy.type': 'exponential-delay',
};

/** A configuration that sets so many options of the version to their own defaults, beside what people usually set. */
function configOf(flinkVersion) {
  const config = { ...USUAL };
  const texts = {
    Boolean: String,
    Integer: String,
    Long: String,
    Duration: String,
    Enum: String,
    Double: String,
  };
  for (const [key, { type, defaultValue, pattern }] of catalogueOf(parseFlinkVersion(flinkVersion)).options) {
    if (Object.keys(config).length >= KEYS) break;
    if (pattern || defaultValue === null || defaultValue === undefined || !Object.hasOwn(texts, type))
      continue;
    if (!/^(taskmanager|jobmanager)\.memory|^state\.backend|checkpointing/.test(key))
      config[key] ??= String(defaultValue);
  }
  return config;
}

const deployment = (at) => `apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: job-${at}
spec:
  flinkVersion: v1_20
  flinkConfiguration:
    taskmanager.numberOfTaskSlots: "${1 + (at % 8)}"
    state.backend.type: rocksdb
    execution.checkpointing.interval: ${1 + (at % 10)} min
  jobManager:
    resource: { memory: 2048m, cpu: 1 }
  taskManager:
    resource: { memory: ${4 + (at % 8)}g, cpu: 2 }
  job:
    jarURI: local:///opt/job.jar
    parallelism: ${1 + (at % 32)}
    upgradeMode: savepoint
`;

/** Every rule on a configuration of 200 keys, and 1,000 documents read and judged. */
export function lintBench() {
  const { workload, cluster } = SAMPLE;
  const observed = {
    heapUsedAfterGcBytes: 1e9,
    managedUsedBytes: 1e9,
    metaspaceUsedBytes: 1e8,
    observedForMs: 6e8,
  };
  for (const flinkVersion of ['1.20', '2.3']) {
    const config = configOf(flinkVersion);
    for (const [how, context] of [
      ['alone', {}],
      ['with its job, cluster and observations', { workload, cluster, observed }],
    ]) {
      const call = () => lint({ flinkVersion, config, ...context });
      rateOf(call, { ms: 500 });
      const ms = 1000 / median(Array.from({ length: ROUNDS }, () => rateOf(call, { ms: 500 })));
      report({
        what: `lint of ${Object.keys(config).length} keys, Flink ${flinkVersion}, ${how}`,
        unit: 'ms',
        measured: ms,
        target: `≤ ${MOST_MS} ms`,
        reached: ms <= MOST_MS,
      });
    }
  }
  const text = Array.from({ length: DOCUMENTS }, (_, at) => deployment(at)).join('---\n');
  const call = () => lintConfig({ flinkVersion: '1.20', format: 'flinkdeployment', text });
  const ms = 1000 / median(Array.from({ length: 3 }, () => rateOf(call, { ms: 1 })));
  report({
    what: `${DOCUMENTS} documents read and judged`,
    unit: 'ms',
    measured: ms,
    target: `≤ ${MOST_ALL_MS} ms`,
    reached: ms <= MOST_ALL_MS,
  });
  note(`${RULES.length} rules; processor time of one core`);
}

import type { PlanInputs } from '@plimsoll/planner';
import { CONFIGURED_JOBS } from './configured-jobs.js';
import { UNUSUAL_JOBS } from './unusual-jobs.js';

/** Jobs whose profile says something of their checkpoints: what a page must show of each differs. */
export interface CheckpointedJob extends PlanInputs {
  readonly name: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GIB = 2 ** 30;

const { workload, cluster, checkpointing } = UNUSUAL_JOBS.sample ?? CONFIGURED_JOBS.silent;

/** The sample, changed. */
const job = (name: string, changes: Partial<PlanInputs> = {}): CheckpointedJob => ({
  name,
  flinkVersion: '1.20',
  workload,
  cluster,
  ...(checkpointing !== undefined && { checkpointing }),
  ...changes,
});

const hourly = <T>(count: number, point: (nth: number) => T): (T & { atMs: number })[] =>
  Array.from({ length: count }, (_, nth) => ({ atMs: nth * HOUR, ...point(nth) }));

export const CHECKPOINTED_JOBS = {
  set: job('Set, without objectives'),
  objectives: job('With objectives', {
    objectives: { maxRecoveryMs: 10 * MINUTE, maxReprocessMs: 5 * MINUTE, maxDutyRatio: 0.5 },
    failures: { machineMtbfMs: 1e9, scenario: { failure: 'TASK_MANAGER', localRecovery: true } },
  }),
  'not set': job('Objectives only', {
    checkpointing: undefined,
    objectives: { maxRecoveryMs: 15 * MINUTE, maxSinkLatencyMs: 3 * MINUTE },
  }),
  infeasible: job('No interval at all', {
    checkpointing: { interval: 30_000, minPause: 10_000 },
    objectives: { maxReprocessMs: 20_000, maxRecoveryMs: 60_000, targetUtilization: 0.8 },
  }),
  'constantly checkpointing': job('Constantly checkpointing', { checkpointing: { interval: 5000 } }),
  'guaranteed progress': job('Guaranteed progress', {
    checkpointing: { interval: 10_000, minPause: 20_000, incremental: true },
    config: { 'state.backend.type': 'rocksdb', 'execution.checkpointing.unaligned.enabled': 'true' },
  }),
  'never ends': job('Never ends', {
    cluster: { ...cluster, machines: 3 },
    objectives: { maxRecoveryMs: 10 * MINUTE },
  }),
  'nothing left to upload with': job('Nothing left to upload with', {
    objectives: { maxRecoveryMs: 10 * MINUTE, maxReprocessMs: 5 * MINUTE },
    config: { 'taskmanager.memory.process.size': '16gb', 'taskmanager.numberOfTaskSlots': '4' },
    kafkaSink: {},
  }),
  'times out': job('Times out', { checkpointing: { interval: MINUTE, timeout: 10_000 } }),
  'by hand': job('Nothing restarts it', { failures: { scenario: { failure: 'JOB_MANAGER' } } }),
  stateless: {
    ...job('Without state'),
    workload: UNUSUAL_JOBS['a byte a second']?.workload ?? workload,
    checkpointing: { interval: 10_000 },
  },
  'Kafka, as it is set': job('Kafka, as it is set', { kafkaSink: {} }),
  'Kafka, an hour': job('Kafka, an hour', {
    flinkVersion: '1.17',
    kafkaSink: {
      transactionTimeoutMs: HOUR,
      brokerMaxTimeoutMs: 15 * MINUTE,
      transactionalIdExpirationMs: HOUR,
      downtimeMs: 2 * HOUR,
    },
  }),
  'Kafka, pooled': job('Kafka, pooled', {
    flinkVersion: '2.0',
    kafkaSink: { brokerMaxTimeoutMs: 168 * HOUR, naming: 'POOLING', transactionTimeoutMs: 24 * HOUR },
  }),
  everything: {
    ...CONFIGURED_JOBS.tuned,
    name: 'Everything',
    cluster: {
      machines: 4,
      slotsPerTaskManager: 4,
      stateBackend: 'rocksdb',
      machine: {
        networkIn: 1.25e9,
        networkOut: 1.25e9,
        cores: 16,
        memory: 16 * GIB,
        stateDisk: { attachment: 'local', readBandwidth: 5e8, writeBandwidth: 3e8, size: 2e11, iops: 20_000 },
      },
    },
    observed: undefined,
    checkpointing: { interval: 3 * MINUTE, incremental: true, minPause: MINUTE },
    objectives: { maxRecoveryMs: 5 * MINUTE, maxLagMs: 6 * MINUTE, targetUtilization: 0.8 },
    config: {
      'taskmanager.memory.process.size': '16gb',
      'taskmanager.numberOfTaskSlots': '4',
      'state.backend.type': 'rocksdb',
      'restart-strategy.type': 'fixed-delay',
      'restart-strategy.fixed-delay.delay': '10 s',
    },
    kafkaSink: { brokerMaxTimeoutMs: HOUR },
    observedSeries: {
      metaspace: hourly(24, (nth) => ({ metaspaceUsedBytes: 1e8 + nth * 4e6 + (nth % 3) * 1e5 })),
      checkpointSizes: hourly(24, (nth) => ({ checkpointBytes: 8e8 + nth * 3e7 + (nth % 4) * 1e6 })),
    },
  },
  'no slow trouble': job('No slow trouble', {
    observedSeries: {
      metaspace: hourly(12, (nth) => ({ metaspaceUsedBytes: 1e8 + (nth % 2) * 1e6 })),
      checkpointSizes: hourly(12, (nth) => ({ checkpointBytes: 2e10 + ((nth * 7) % 5) * 1e6 })),
    },
  }),
} as const satisfies Record<string, CheckpointedJob>;

import type { FlinkOption } from '../catalogue/index.js';
import type { Severity } from './result.js';

/** What a changed default does to a job that does not set the option. */
export interface DefaultEffect {
  readonly severity: Severity;
  readonly effect: string;
  /** Holds only with this setting of another option. */
  readonly onlyWith?: { readonly key: string; readonly values: readonly string[] };
}

const EXPONENTIAL = { key: 'restart-strategy.type', values: ['exponential-delay', 'exponentialdelay'] };
const ROCKSDB = { key: 'state.backend.type', values: ['rocksdb'] };
const FORST = { key: 'state.backend.type', values: ['forst'] };
const SSL = { key: 'security.ssl.internal.enabled', values: ['true'] };

const EFFECTS: Readonly<Record<string, DefaultEffect>> = {
  'taskmanager.memory.network.max': {
    severity: 'warning',
    effect:
      'Above 10 GiB of Flink memory the network pool grows beyond 1 GiB, and managed memory or heap shrink by as much.',
  },
  'restart-strategy.exponential-delay.max-backoff': {
    severity: 'warning',
    effect: 'A job that keeps failing is restarted more often.',
    onlyWith: EXPONENTIAL,
  },
  'restart-strategy.exponential-delay.backoff-multiplier': {
    severity: 'warning',
    effect: 'The delay between restarts grows more slowly.',
    onlyWith: EXPONENTIAL,
  },
  'security.ssl.verify-hostname': {
    severity: 'warning',
    effect: 'Whether certificates must name the host that they are for differs.',
    onlyWith: SSL,
  },
  'security.ssl.algorithms': {
    severity: 'warning',
    effect: 'Peers with only the other cipher suites cannot connect.',
    onlyWith: SSL,
  },
  'kubernetes.rest-service.exposed.type': {
    severity: 'warning',
    effect: 'Whether the REST endpoint can be reached from outside of the Kubernetes cluster differs.',
  },
  'state.backend.rocksdb.log.level': {
    severity: 'info',
    effect: 'RocksDB writes more to its log.',
    onlyWith: ROCKSDB,
  },
  'state.backend.forst.memory.partitioned-index-filters': {
    severity: 'info',
    effect: 'Indexes and filters of state are partitioned in the cache or not.',
    onlyWith: FORST,
  },
};

/** Defaults that are only declared where they were implied before: the job does the same. */
const SAME_BEHAVIOUR = new Set([
  'classloader.parent-first-patterns.additional',
  'plugin.classloader.parent-first-patterns.additional',
  'execution.checkpointing.tolerable-failed-checkpoints',
  'jobmanager.scheduler',
  'pipeline.auto-watermark-interval',
  'pipeline.time-characteristic',
  'resourcemanager.standalone.start-up-time',
  'state.backend.type',
  'table.exec.shuffle-mode',
  'state.backend.rocksdb.block.blocksize',
  'state.backend.rocksdb.block.cache-size',
  'state.backend.rocksdb.block.metadata-blocksize',
  'state.backend.rocksdb.compaction.level.max-size-level-base',
  'state.backend.rocksdb.compaction.level.target-file-size-base',
  'state.backend.rocksdb.compaction.level.use-dynamic-size',
  'state.backend.rocksdb.compaction.style',
  'state.backend.rocksdb.files.open',
  'state.backend.rocksdb.options-factory',
  'state.backend.rocksdb.thread.num',
  'state.backend.rocksdb.writebuffer.count',
  'state.backend.rocksdb.writebuffer.number-to-merge',
  'state.backend.rocksdb.writebuffer.size',
]);

/** What a changed default of an option does; undefined where it does nothing. */
export function effectOf(option: FlinkOption): DefaultEffect | undefined {
  if (option.defaultDependsOnEnvironment || option.internal || SAME_BEHAVIOUR.has(option.key))
    return undefined;
  return (
    EFFECTS[option.key] ?? {
      severity: 'info',
      effect: 'A job that relies on the default behaves otherwise.',
    }
  );
}

import type { ConfigReader } from './config-reader.js';
import type { LintFacts } from './facts.js';

/** Options of checkpoints that kept their keys. */
export const INTERVAL = 'execution.checkpointing.interval';
export const MIN_PAUSE = 'execution.checkpointing.min-pause';
export const TIMEOUT = 'execution.checkpointing.timeout';
export const MAX_CONCURRENT = 'execution.checkpointing.max-concurrent-checkpoints';
export const TOLERABLE_FAILURES = 'execution.checkpointing.tolerable-failed-checkpoints';
export const MODE = 'execution.checkpointing.mode';
export const RETENTION = 'execution.checkpointing.externalized-checkpoint-retention';
export const FROM_LOCAL = 'execution.state-recovery.from-local';
export const LOCAL_BACKUP = 'execution.checkpointing.local-backup.enabled';
export const LOCAL_RECOVERY = 'state.backend.local-recovery';

/** Options that were renamed, as the version of a configuration spells them. */
export const incrementalKey = (config: ConfigReader): string =>
  config.named('execution.checkpointing.incremental', 'state.backend.incremental');
export const directoryKey = (config: ConfigReader): string =>
  config.named('execution.checkpointing.dir', 'state.checkpoints.dir');
export const savepointDirectoryKey = (config: ConfigReader): string =>
  config.named('execution.checkpointing.savepoint-dir', 'state.savepoints.dir');
export const storageKey = (config: ConfigReader): string =>
  config.named('execution.checkpointing.storage', 'state.checkpoint-storage');
export const retainedKey = (config: ConfigReader): string =>
  config.named('execution.checkpointing.num-retained', 'state.checkpoints.num-retained');
export const unalignedKey = (config: ConfigReader): string =>
  config.named('execution.checkpointing.unaligned.enabled', 'execution.checkpointing.unaligned');
export const alignedTimeoutKey = (config: ConfigReader): string =>
  config.named(
    'execution.checkpointing.aligned-checkpoint-timeout',
    'execution.checkpointing.alignment-timeout',
  );
export const backendKey = (config: ConfigReader): string =>
  config.named('state.backend.type', 'state.backend');
export const changelogKey = (config: ConfigReader): string =>
  config.named('state.changelog.enabled', 'state.backend.changelog.enabled');

/** Until 1.10 no version had unaligned checkpoints. */
export const isUnaligned = (config: ConfigReader): boolean =>
  config.isFrom(1, 11) && config.flag(unalignedKey(config)) === true;

/** The job ends by itself and is run again from its input: it takes no checkpoints. */
export const isBatch = ({ job, config }: LintFacts): boolean =>
  job?.type === 'batch' || config.text('execution.runtime-mode') === 'BATCH';

/** Checkpoints are on: the file says so, or they were seen. */
export const takesCheckpoints = (facts: LintFacts): boolean =>
  !isBatch(facts) &&
  ((facts.config.duration(INTERVAL) ?? 0) > 0 ||
    facts.checkpointing?.durationMs !== undefined ||
    facts.checkpointing?.bytes !== undefined);

/** What Flink takes as interval, pause and number at once; null where the file does not turn checkpoints on. */
export function checkpointPace({ config }: LintFacts): {
  readonly interval: number;
  readonly minPause: number;
  readonly maxConcurrent: number;
} | null {
  const interval = config.duration(INTERVAL);
  if (interval === null || interval <= 0) return null;
  return {
    interval,
    minPause: config.duration(MIN_PAUSE) ?? 0,
    maxConcurrent: config.number(MAX_CONCURRENT) ?? 1,
  };
}

/** Whether the file names a state backend that keeps state on disk. */
export function stateOnDisk(config: ConfigReader): boolean {
  const backend = config.text(backendKey(config))?.toLowerCase();
  return backend !== undefined && (backend === 'rocksdb' || backend === 'forst' || ON_DISK.test(backend));
}

/** Factories of state backends, as a file may name them instead. */
const ON_DISK =
  /\.(?:embeddedrocksdbstatebackendfactory|rocksdbstatebackendfactory|forststatebackendfactory)$/;

/** TaskManagers or machines that are known to be there. */
export const machinesOf = ({ cluster, environment, deployment }: LintFacts): number | undefined =>
  cluster?.machines ?? environment?.taskManagers ?? deployment?.taskManager?.replicas;

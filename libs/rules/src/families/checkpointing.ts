import { rule as alignedTimeoutWithoutUnaligned } from '../aligned-timeout-without-unaligned/rule.js';
import { rule as alignmentHoldsCheckpointsUp } from '../alignment-holds-checkpoints-up/rule.js';
import { rule as checkpointSettingRefused } from '../checkpoint-setting-refused/rule.js';
import { rule as checkpointTimeoutIsTight } from '../checkpoint-timeout-is-tight/rule.js';
import { rule as checkpointingOff } from '../checkpointing-off/rule.js';
import { rule as checkpointsDeletedAtCancel } from '../checkpoints-deleted-at-cancel/rule.js';
import { rule as checkpointsInJobmanagerMemory } from '../checkpoints-in-jobmanager-memory/rule.js';
import { rule as checkpointsOnOneMachine } from '../checkpoints-on-one-machine/rule.js';
import { rule as constantlyCheckpointing } from '../constantly-checkpointing/rule.js';
import { rule as failedCheckpointsToleratedForLong } from '../failed-checkpoints-tolerated-for-long/rule.js';
import { rule as fullCheckpointsOfStateOnDisk } from '../full-checkpoints-of-state-on-disk/rule.js';
import { rule as hashmapHasNoIncrements } from '../hashmap-has-no-increments/rule.js';
import { rule as intervalRaisedToMinPause } from '../interval-raised-to-min-pause/rule.js';
import { rule as kafkaTimeoutAboveBrokerMaximum } from '../kafka-timeout-above-broker-maximum/rule.js';
import { rule as kafkaTimeoutIsTight } from '../kafka-timeout-is-tight/rule.js';
import { rule as kafkaTransactionalIdsExpire } from '../kafka-transactional-ids-expire/rule.js';
import { rule as kafkaTransactionsMayLoseData } from '../kafka-transactions-may-lose-data/rule.js';
import { rule as localRecoveryHalfOn } from '../local-recovery-half-on/rule.js';
import { rule as localRecoveryNeedsAlignedCheckpoints } from '../local-recovery-needs-aligned-checkpoints/rule.js';
import { rule as localRecoveryWouldShortenTheRestore } from '../local-recovery-would-shorten-the-restore/rule.js';
import { rule as minPauseMissing } from '../min-pause-missing/rule.js';
import { rule as minPauseNotBetweenOverlapping } from '../min-pause-not-between-overlapping/rule.js';
import { rule as minPauseSetsThePace } from '../min-pause-sets-the-pace/rule.js';
import { rule as noFailedCheckpointTolerated } from '../no-failed-checkpoint-tolerated/rule.js';
import { rule as oneCheckpointRetained } from '../one-checkpoint-retained/rule.js';
import type { Rule } from '../rule.js';
import { rule as savepointDirectoryMissing } from '../savepoint-directory-missing/rule.js';
import { rule as savepointExceedsTimeout } from '../savepoint-exceeds-timeout/rule.js';
import { rule as savepointsFillTheirPeriod } from '../savepoints-fill-their-period/rule.js';
import { rule as snapshotsOneByOne } from '../snapshots-one-by-one/rule.js';
import { rule as timeoutBelowDuration } from '../timeout-below-duration/rule.js';
import { rule as unalignedFromTheStart } from '../unaligned-from-the-start/rule.js';
import { rule as unalignedNeedsExactlyOnce } from '../unaligned-needs-exactly-once/rule.js';
import { rule as unalignedWithConcurrentCheckpoints } from '../unaligned-with-concurrent-checkpoints/rule.js';

export const CHECKPOINTING_RULES: readonly Rule[] = [
  alignedTimeoutWithoutUnaligned,
  alignmentHoldsCheckpointsUp,
  checkpointSettingRefused,
  checkpointTimeoutIsTight,
  checkpointingOff,
  checkpointsDeletedAtCancel,
  checkpointsInJobmanagerMemory,
  checkpointsOnOneMachine,
  constantlyCheckpointing,
  failedCheckpointsToleratedForLong,
  fullCheckpointsOfStateOnDisk,
  hashmapHasNoIncrements,
  intervalRaisedToMinPause,
  kafkaTimeoutAboveBrokerMaximum,
  kafkaTimeoutIsTight,
  kafkaTransactionalIdsExpire,
  kafkaTransactionsMayLoseData,
  localRecoveryHalfOn,
  localRecoveryNeedsAlignedCheckpoints,
  localRecoveryWouldShortenTheRestore,
  minPauseMissing,
  minPauseNotBetweenOverlapping,
  minPauseSetsThePace,
  noFailedCheckpointTolerated,
  oneCheckpointRetained,
  savepointDirectoryMissing,
  savepointExceedsTimeout,
  savepointsFillTheirPeriod,
  snapshotsOneByOne,
  timeoutBelowDuration,
  unalignedFromTheStart,
  unalignedNeedsExactlyOnce,
  unalignedWithConcurrentCheckpoints,
];

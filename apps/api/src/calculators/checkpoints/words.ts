import {
  CHECKPOINT_CAUSES,
  CHECKPOINT_PARTS,
  CHECKPOINT_STATUSES,
  KAFKA_PRESETS,
  SNAPSHOT_PHASES,
  TRANSACTION_NAMINGS,
} from '@plimsoll/checkpoint';
import { enumeration } from '../../fields/index.js';

/** The closed lists of words that checkpoints are asked for and answered in. */
export const SNAPSHOT_PHASE = enumeration(
  'SnapshotPhase',
  SNAPSHOT_PHASES,
  'Which part of a task’s snapshot the durations are.',
);
export const CHECKPOINT_STATUS = enumeration('CheckpointStatus', CHECKPOINT_STATUSES);
export const REGIME = enumeration(
  'Regime',
  ['REGULAR', 'DEGRADED', 'GUARANTEED_PROGRESS'],
  'How the job lives with its checkpoints: some time free of them; constantly checkpointing; time kept free by the min pause.',
);
export const TRANSACTION_NAMING = enumeration('TransactionNaming', TRANSACTION_NAMINGS);
export const KAFKA_PRESET = enumeration('KafkaPreset', KAFKA_PRESETS);
export const KAFKA_PROMISE = enumeration('KafkaPromiseName', [
  'PRODUCER_STARTS',
  'NO_DATA_LOSS',
  'RESTORE_POSSIBLE',
  'PID_ERROR_IGNORABLE',
]);
export const KAFKA_SIDE = enumeration('KafkaSide', ['client', 'broker']);
export const BOUND_SIDE = enumeration('BoundSide', ['lower', 'upper']);
export const CHECKPOINT_MODE = enumeration('CheckpointMode', ['EXACTLY_ONCE', 'AT_LEAST_ONCE']);
export const NEEDED_CAPACITY = enumeration('NeededCapacity', [
  'uploadBytesPerSecond',
  'capacityRecordsPerSecond',
  'networkOutBytesPerSecond',
  'networkInBytesPerSecond',
]);
export const CHECKPOINT_CAUSE = enumeration(
  'CheckpointCause',
  CHECKPOINT_CAUSES,
  'What a slow or failed checkpoint is.',
);
export const CHECKPOINT_PART = enumeration('CheckpointPart', CHECKPOINT_PARTS);
export const ADVICE_KIND = enumeration('AdviceKind', ['setting', 'capacity', 'job']);

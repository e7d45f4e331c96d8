import type { BlobPressure, Recovery, RecoveryAtRewind, Restore, Retention } from '@plimsoll/checkpoint';
import {
  Answer,
  Bool,
  Bytes,
  BytesPerSecond,
  Count,
  Duration,
  List,
  Nested,
  OneOf,
  RecordsPerSecond,
  Text,
} from '../../fields/index.js';
import { FindingModel, StepModel } from '../capacity/trace.model.js';
import { BLOB_SOURCE } from './words.js';

@Answer('RecoveryDowntime', 'Its parts; null where something never comes.')
export class RecoveryDowntimeModel implements Parts {
  @Duration({ nullable: true })
  detectMs: number | null;

  @Duration({ nullable: true })
  restartMs: number | null;

  @Duration({ nullable: true })
  restoreMs: number | null;
}
type Parts = Recovery['downtime'];

@Answer('RecoveryAtRewind', 'With the mean rewind instead of the worst.')
export class RecoveryAtRewindModel implements RecoveryAtRewind {
  @Duration()
  rewindMs: number;

  @Count({ nullable: true })
  lagRecords: number | null;

  @Duration({ nullable: true })
  catchUpMs: number | null;

  @Duration({ nullable: true })
  recoveryMs: number | null;
}

@Answer('StateRestore', 'What is read from the checkpoint store, by whom, and what bounds it.')
export class RestoreModel implements Restore {
  @Count()
  downloadingTaskManagers: number;

  @Bytes()
  bytes: number;

  @Bytes()
  bytesPerTaskManager: number;

  @BytesPerSecond({ nullable: true })
  bytesPerSecondPerTaskManager: number | null;

  @Text({ nullable: true })
  boundBy: string | null;
}

@Answer('BlobPressure', 'Requests for files at the JobManager when the job restarts.')
export class BlobPressureModel implements BlobPressure {
  @Count()
  simultaneousRequests: number;

  @Count()
  totalFetches: number;

  @Count({ description: 'Served or waiting; the others are refused and try again.' })
  acceptable: number;

  @Count()
  queued: number;

  @Count()
  overflow: number;

  @Duration({ description: 'At least.' })
  leastMs: number;

  @OneOf(BLOB_SOURCE, { description: 'With high availability the files come from its store.' })
  servedBy: BlobPressure['servedBy'];
}

@Answer('Retention', 'Whether the source still has what must be read again.')
export class RetentionModel implements Retention {
  @Duration()
  retentionMs: number;

  @Duration({ nullable: true })
  oldestRecordAgeMs: number | null;

  @Bool()
  keepsAll: boolean;

  @Duration({
    nullable: true,
    description: 'After that time with too little capacity records are gone unread.',
  })
  lostAfterMs: number | null;
}

@Answer('Recovery', 'How long the job is down, how far it lies behind then, and when it has caught up.')
export class RecoveryModel implements Recovery {
  @Bool({ description: 'False: nothing restores this job but a person.' })
  restartsByItself: boolean;

  @Bool()
  feasible: boolean;

  @RecordsPerSecond()
  recordsPerSecond: number;

  @RecordsPerSecond({ description: 'Of the job while it catches up.' })
  capacityRecordsPerSecond: number;

  @Duration({ nullable: true })
  downtimeMs: number | null;

  @Nested(() => RecoveryDowntimeModel)
  downtime: RecoveryDowntimeModel;

  @Duration()
  rewindMs: number;

  @Count({ nullable: true })
  lagRecords: number | null;

  @Duration({ nullable: true, description: 'From the job running again to no lag; null: never.' })
  catchUpMs: number | null;

  @Duration({ nullable: true, description: 'From the failure to no lag; null: never.' })
  recoveryMs: number | null;

  @RecordsPerSecond({ nullable: true, description: 'Catches up within targetMs.' })
  capacityForTargetRecordsPerSecond: number | null;

  @RecordsPerSecond({ nullable: true, description: 'Has recovered, downtime included, within targetMs.' })
  capacityForRecoveryRecordsPerSecond: number | null;

  @RecordsPerSecond({
    nullable: true,
    description: 'What Flink’s autoscaler aims for with this downtime and this target.',
  })
  autoscalerTargetRecordsPerSecond: number | null;

  @RecordsPerSecond({ description: 'The same with the autoscaler’s own settings.' })
  autoscalerOwnTargetRecordsPerSecond: number;

  @Nested(() => RecoveryAtRewindModel, { nullable: true })
  mean: RecoveryAtRewindModel | null;

  @Nested(() => RestoreModel, { nullable: true })
  restore: RestoreModel | null;

  @Nested(() => BlobPressureModel, { nullable: true })
  blobs: BlobPressureModel | null;

  @Nested(() => RetentionModel, { nullable: true })
  retention: RetentionModel | null;

  @List(() => FindingModel)
  findings: FindingModel[];

  @List(() => StepModel)
  steps: StepModel[];
}

import type {
  AutoscalerSettings,
  BlobFetch,
  Downtime,
  RecoveryCheckpoint,
  RecoveryCluster,
  RecoveryRequest,
  RecoveryScenario,
  RecoveryState,
  RestartStrategy,
} from '@plimsoll/checkpoint';
import {
  BareBytes,
  BareMillis,
  Bool,
  Bytes,
  BytesPerSecond,
  Count,
  Duration,
  Nested,
  Num,
  OneOf,
  RecordsPerSecond,
  Request,
  Shape,
  Str,
} from '../../fields/index.js';
import { FAILURE, HA_KIND, RESTART_STRATEGY } from './words.js';

@Shape('Downtime', 'The parts of a downtime; each that is left out is derived.')
export class DowntimeModel implements Downtime {
  @BareMillis({ optional: true })
  detectMs?: number;

  @BareMillis({
    optional: true,
    description: 'Delay of the restart, replacement of what was lost, deployment.',
  })
  restartMs?: number;

  @BareMillis({ optional: true })
  restoreMs?: number;
}

@Shape('JobRestartStrategy', 'restart-strategy.*')
export class RestartStrategyModel implements RestartStrategy {
  @OneOf(RESTART_STRATEGY)
  type: RestartStrategy['type'];

  @Duration({ optional: true })
  delay?: number;

  @Count({ optional: true })
  attempts?: number;

  @Duration({ optional: true })
  initialBackoff?: number;

  @Duration({ optional: true })
  maxBackoff?: number;

  @Num({ optional: true })
  backoffMultiplier?: number;

  @Num({ optional: true })
  jitterFactor?: number;
}

@Shape('RecoveryCheckpoint', 'The checkpoints that a rewind goes back to.')
export class RecoveryCheckpointModel implements RecoveryCheckpoint {
  @Duration()
  interval: number;

  @Duration({ optional: true })
  minPause?: number;

  @Duration({ description: 'From its trigger to its completion.' })
  duration: number;
}

@Shape('RecoveryScenario', 'What fails, how it is noticed, and how the job restarts.')
export class RecoveryScenarioModel implements RecoveryScenario {
  @OneOf(FAILURE)
  failure: RecoveryScenario['failure'];

  @OneOf(HA_KIND, { optional: true })
  highAvailability?: RecoveryScenario['highAvailability'];

  @Bool({ optional: true, description: 'Whether state is kept on the TaskManagers’ own disks as well.' })
  localRecovery?: boolean;

  @Count({ optional: true })
  lostTaskManagers?: number;

  @Duration({ optional: true })
  heartbeatTimeout?: number;

  @Duration({ optional: true })
  heartbeatInterval?: number;

  @Bool({ optional: true, description: 'The process is gone but its host answers.' })
  hostReachable?: boolean;

  @Duration({ optional: true, description: 'Kubernetes: the lease; ZooKeeper: the session.' })
  leaderTimeout?: number;

  @Nested(() => RestartStrategyModel, { optional: true })
  restartStrategy?: RestartStrategyModel;

  @Count({ optional: true, description: 'Restarts shortly before this one.' })
  restartsBefore?: number;

  @Duration({ optional: true, description: 'Until slots are there in place of the lost ones.' })
  replacement?: number;

  @Nested(() => RecoveryCheckpointModel, { optional: true })
  checkpoint?: RecoveryCheckpointModel;

  @Duration({ optional: true, description: 'How long the source keeps records: retention.ms.' })
  sourceRetention?: number;
}

@Shape('RecoveryState', 'What a restore reads.')
export class RecoveryStateModel implements RecoveryState {
  @BareBytes({ description: 'Of the last checkpoint of the whole job.' })
  totalBytes: number;

  @BareBytes({ optional: true, description: 'Of the changelog that is replayed over it.' })
  replayBytes?: number;

  @Num({ optional: true, description: 'The fullest TaskManager over the mean.' })
  imbalance?: number;
}

@Shape('BlobFetch', 'What TaskManagers fetch from the JobManager before a job can run.')
export class BlobFetchModel implements BlobFetch {
  @Count({ optional: true, description: 'Jobs that restart at once.' })
  jobs?: number;

  @Count()
  perJob: number;

  @Bytes({ rounded: true })
  bytes: number;

  @BytesPerSecond()
  jobManagerNetworkOut: number;

  @Count({ optional: true, description: 'blob.fetch.num-concurrent' })
  concurrent?: number;

  @Count({ optional: true, description: 'blob.fetch.backlog' })
  backlog?: number;

  @Count({ optional: true })
  somaxconn?: number;

  @Count({ optional: true, description: 'Connections that hang.' })
  hungConnections?: number;

  @Bool({ optional: true })
  parallel?: boolean;

  @BareMillis({ optional: true })
  perFetchMs?: number;
}

@Shape('RecoveryCluster', 'Where the job runs, and what it can do there.')
export class RecoveryClusterModel implements RecoveryCluster {
  @Count({ optional: true })
  machines?: number;

  @Count({ optional: true })
  taskManagersPerMachine?: number;

  @Count({ optional: true })
  slotsPerTaskManager?: number;

  @BytesPerSecond({ optional: true, description: 'Of one machine.' })
  networkIn?: number;

  @BytesPerSecond({ optional: true, description: 'Of one machine’s state disk.' })
  diskWriteBandwidth?: number;

  @BytesPerSecond({ optional: true, description: 'Of the checkpoint store, for all who read.' })
  storeBandwidth?: number;

  @BytesPerSecond({ optional: true, description: 'Of one connection to it.' })
  storeConnectionBandwidth?: number;

  @Count({ optional: true, description: 'Threads of one slot that fetch files.' })
  transferThreads?: number;

  @RecordsPerSecond({ optional: true, description: 'What one TaskManager can do, with checkpointing on.' })
  capacityRecordsPerSecondPerTaskManager?: number;

  @BareMillis({ optional: true, description: 'Of the busiest operator at the given load.' })
  busyMsPerSecond?: number;

  @Bool({ optional: true, description: 'Whether the capacity was measured while the job took checkpoints.' })
  measuredWithCheckpointing?: boolean;

  @Num({ optional: true, description: 'Share of the capacity that is there while caches are cold.' })
  catchUpRatio?: number;

  @Nested(() => BlobFetchModel, { optional: true })
  blobs?: BlobFetchModel;
}

@Shape('AutoscalerSettings', 'job.autoscaler.*')
export class AutoscalerSettingsModel implements AutoscalerSettings {
  @Num({ optional: true })
  utilizationTarget?: number;

  @Duration({ optional: true })
  catchUpDuration?: number;

  @Duration({ optional: true })
  restartTime?: number;
}

@Request('Recovery', 'The load, what the job can do, and what fails.')
export class RecoveryRequestModel implements RecoveryRequest {
  @Str({ optional: true, max: 20, example: '1.20' })
  flinkVersion?: string;

  @RecordsPerSecond({ example: '100k/s' })
  recordsPerSecond: number;

  @RecordsPerSecond({ optional: true, description: 'With checkpointing on.', example: '150k/s' })
  capacityRecordsPerSecond?: number;

  @Nested(() => DowntimeModel, { optional: true })
  downtime?: DowntimeModel;

  @BareMillis({
    optional: true,
    description: 'Age, at the failure, of the barrier of the last completed checkpoint.',
  })
  rewindMs?: number;

  @BareMillis({ optional: true, description: 'How soon after the job runs again the lag is to be gone.' })
  targetMs?: number;

  @Nested(() => RecoveryScenarioModel, { optional: true })
  scenario?: RecoveryScenarioModel;

  @Nested(() => RecoveryStateModel, { optional: true })
  state?: RecoveryStateModel;

  @Nested(() => RecoveryClusterModel, { optional: true })
  cluster?: RecoveryClusterModel;

  @Nested(() => AutoscalerSettingsModel, { optional: true })
  autoscaler?: AutoscalerSettingsModel;
}

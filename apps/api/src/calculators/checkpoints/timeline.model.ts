import type {
  BacklogWindow,
  Timeline,
  TimelineCheckpoint,
  TimelineCounts,
  TimelineRequest,
} from '@plimsoll/checkpoint';
import {
  Answer,
  BareCount,
  BareMillis,
  Bool,
  Count,
  Duration,
  List,
  ManyMillis,
  Nested,
  Num,
  OneOf,
  Request,
  Shape,
  Str,
} from '../../fields/index.js';
import { FindingModel, StepModel } from '../capacity/trace.model.js';
import { CHECKPOINT_STATUS, REGIME, SNAPSHOT_PHASE } from './words.js';

@Shape('BacklogWindow', 'A stretch of time in which a source reports that it works through a backlog.')
export class BacklogWindowModel implements BacklogWindow {
  @BareMillis()
  fromMs: number;

  @BareMillis()
  toMs: number;

  @BareMillis({ description: 'execution.checkpointing.interval-during-backlog; 0: no checkpoints.' })
  intervalMs: number;
}

@Request(
  'CheckpointTimeline',
  'Settings of checkpointing, and how long each checkpoint takes; 0 is when all tasks run.',
)
export class TimelineRequestModel implements TimelineRequest {
  @Str({ description: 'A patch number narrows nothing.', example: '1.20' })
  flinkVersion: string;

  @BareMillis({ description: 'execution.checkpointing.interval', example: 10_000 })
  intervalMs: number;

  @BareMillis({ description: 'execution.checkpointing.min-pause', example: 0 })
  minPauseMs: number;

  @BareMillis({ description: 'execution.checkpointing.timeout', example: 600_000 })
  timeoutMs: number;

  @BareCount({ description: 'execution.checkpointing.max-concurrent-checkpoints', example: 1 })
  maxConcurrent: number;

  @BareCount({ description: 'execution.checkpointing.tolerable-failed-checkpoints', example: 0 })
  tolerableFailures: number;

  @ManyMillis({
    max: 100_000,
    description: 'Of checkpoint 1, 2, …; from the first again when they are used up.',
  })
  durationsMs: number[];

  @BareMillis({ example: 600_000 })
  horizonMs: number;

  @BareMillis({ optional: true, description: 'Left out: what Flink of that version does on average.' })
  firstTriggerMs?: number;

  @BareMillis({ optional: true, description: 'Added to each duration; 0.' })
  overheadMs?: number;

  @OneOf(SNAPSHOT_PHASE, { optional: true })
  phase?: TimelineRequest['phase'];

  @Bool({ optional: true, description: 'execution.checkpointing.unaligned.enabled' })
  unaligned?: boolean;

  @List(() => BacklogWindowModel, {
    optional: true,
    max: 10_000,
    description: 'In order of time, none overlapping.',
  })
  backlog?: BacklogWindowModel[];
}

@Answer('TimelineCheckpoint')
export class TimelineCheckpointModel implements TimelineCheckpoint {
  @Count()
  id: number;

  @Duration()
  triggerMs: number;

  @Duration({ nullable: true, description: 'null: still running at the horizon.' })
  endMs: number | null;

  @OneOf(CHECKPOINT_STATUS)
  status: TimelineCheckpoint['status'];
}

@Answer('TimelineCounts', 'Of all checkpoints, listed or not.')
export class TimelineCountsModel implements TimelineCounts {
  @Count()
  completed: number;

  @Count()
  failed: number;

  @Count({ description: 'Requests that the coordinator dropped: no checkpoint, no failure.' })
  dropped: number;
}

@Answer('CheckpointTimeline', 'What Flink’s checkpoint coordinator does with these settings.')
export class TimelineModel implements Timeline {
  @List(() => TimelineCheckpointModel, { description: 'The first 10,000, by id.' })
  checkpoints: TimelineCheckpointModel[];

  @Bool({ description: 'Whether there are more than are listed.' })
  truncated: boolean;

  @Nested(() => TimelineCountsModel)
  counts: TimelineCountsModel;

  @Duration({ nullable: true, description: 'null: it lives to the horizon.' })
  jobFailedMs: number | null;

  @Num({ description: 'Checkpoints in progress on average; above 1 only where they overlap.' })
  dutyRatio: number;

  @Num({ description: 'Share of the time in which no checkpoint is in progress.' })
  checkpointFreeRatio: number;

  @Duration({ description: 'The longest time back to the trigger of the newest completed checkpoint.' })
  longestStaleMs: number;

  @Bool({ description: 'Requests are made faster than checkpoints end.' })
  queueGrows: boolean;

  @OneOf(REGIME)
  regime: Timeline['regime'];

  @List(() => FindingModel)
  findings: FindingModel[];

  @List(() => StepModel)
  steps: StepModel[];
}

import type { CheckpointSizePoint, NeighbourJob, WindowsKeptRequest } from '@plimsoll/checkpoint';
import {
  BareBytes,
  BareMillis,
  Count,
  List,
  Nested,
  RecordsPerSecond,
  Request,
  Shape,
  Str,
} from '../../fields/index.js';

type KeptWindow = NonNullable<WindowsKeptRequest['window']>;
type Neighbours = NonNullable<WindowsKeptRequest['neighbours']>;

@Shape('KeptWindow', 'The windows of a job, and what arrives in them.')
export class KeptWindowModel implements KeptWindow {
  @Count({ example: '1M' })
  keys: number;

  @RecordsPerSecond({ example: '5k/s' })
  recordsPerSecond: number;

  @BareMillis({ example: 60_000 })
  sizeMs: number;

  @Count({ optional: true, description: 'Windows that a record belongs to: size ÷ slide; 1.' })
  panes?: number;

  @BareBytes({
    optional: true,
    description:
      'One aggregate of a key and window, in the bytes that freeBytes counts: on the heap, or on disk.',
    example: 300,
  })
  entryBytes?: number;

  @BareBytes({ optional: true, description: 'Instead: windows that keep their records.' })
  recordBytes?: number;

  @BareMillis({ optional: true, description: 'How far the watermark lies behind the newest event; 0.' })
  watermarkDelayMs?: number;

  @BareMillis({ optional: true, description: '0.' })
  allowedLatenessMs?: number;
}

@Shape('CheckpointSizePoint')
export class CheckpointSizePointModel implements CheckpointSizePoint {
  @BareMillis({ description: 'By any clock.' })
  atMs: number;

  @BareBytes({ description: 'The full size of a completed checkpoint, not an increment.' })
  checkpointBytes: number;
}

@Shape('NeighbourJob')
export class NeighbourJobModel implements NeighbourJob {
  @Str()
  job: string;

  @BareBytes({ description: 'The full size of a completed checkpoint.' })
  checkpointBytes: number;

  @RecordsPerSecond({
    optional: true,
    description: 'Where every job has one, sizes are compared for one record per second.',
  })
  recordsPerSecond?: number;
}

@Shape('NeighbourJobs', 'A job, and others of the same shape.')
export class NeighbourJobsModel implements Neighbours {
  @Nested(() => NeighbourJobModel)
  own: NeighbourJobModel;

  @List(() => NeighbourJobModel, { max: 10_000, description: 'At least 3.' })
  others: NeighbourJobModel[];
}

@Request(
  'WindowsKept',
  'What is known of a job whose windows may stay: at least one of window, observed and neighbours.',
)
export class WindowsKeptRequestModel implements WindowsKeptRequest {
  @Nested(() => KeptWindowModel, { optional: true })
  window?: KeptWindowModel;

  @BareBytes({
    optional: true,
    description: 'What is left for state. Beside observed, in bytes of a checkpoint.',
    example: 2_000_000_000,
  })
  freeBytes?: number;

  @List(() => CheckpointSizePointModel, { optional: true, max: 10_000, description: 'At least 3, in order.' })
  observed?: CheckpointSizePointModel[];

  @Nested(() => NeighbourJobsModel, { optional: true })
  neighbours?: NeighbourJobsModel;
}

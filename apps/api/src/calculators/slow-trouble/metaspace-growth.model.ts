import type { MetaspaceGrowth, MetaspaceGrowthRequest, MetaspacePoint } from '@plimsoll/checkpoint';
import {
  Answer,
  BareBytes,
  BareCount,
  BareMillis,
  Bytes,
  Count,
  Duration,
  List,
  Nested,
  Num,
  OneOf,
  RecordsPerSecond,
  Request,
  Shape,
  Texts,
} from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';
import { EstimateModel } from './estimate.model.js';
import { GROWTH_BASIS, METASPACE_VERDICT } from './words.js';

@Shape('MetaspacePoint', 'Used metaspace, best read just after a garbage collection.')
export class MetaspacePointModel implements MetaspacePoint {
  @BareMillis({ optional: true, description: 'By any clock.' })
  atMs?: number;

  @BareCount({ optional: true, description: 'Jobs submitted since the process started.' })
  submissions?: number;

  @BareBytes()
  metaspaceUsedBytes: number;
}

@Request(
  'MetaspaceGrowth',
  'A process of a session cluster whose metaspace grows: by what a submission leaves behind, or by a series.',
)
export class MetaspaceGrowthRequestModel implements MetaspaceGrowthRequest {
  @BareBytes({
    description: 'taskmanager.memory.jvm-metaspace.size, or the JobManager’s.',
    example: 268_435_456,
  })
  limitBytes: number;

  @BareBytes({
    optional: true,
    description:
      'Just after a start. Left out with a series: before the first submission on its line, or at its beginning where it has times only.',
    example: 115_343_360,
  })
  baseBytes?: number;

  @BareBytes({ optional: true, example: 8_388_608 })
  leakBytesPerSubmission?: number;

  @BareCount({ optional: true, description: 'Instead of bytes: classes that stay, at 6 to 10 kB each.' })
  leakedClassesPerSubmission?: number;

  @RecordsPerSecond({
    optional: true,
    description: 'Left out with a series of times and submissions: their rate in it.',
    example: '0.25/h',
  })
  submissionsPerSecond?: number;

  @Num({
    optional: true,
    description: 'Of the time until metaspace is full, after which to restart; 0.8.',
    example: 0.8,
  })
  safetyRatio?: number;

  @List(() => MetaspacePointModel, {
    optional: true,
    max: 10_000,
    description:
      'Instead of a leak: at least 3 points since the start of the process, in order, each with atMs, submissions or both.',
  })
  observed?: MetaspacePointModel[];
}

@Answer('MetaspaceGrowth', 'Whether metaspace leaks, when it is full, and how often to restart.')
export class MetaspaceGrowthModel implements MetaspaceGrowth {
  @OneOf(METASPACE_VERDICT, {
    description: 'NO_LEAK: none was given, or what was observed cannot be told from none.',
  })
  verdict: MetaspaceGrowth['verdict'];

  @OneOf(GROWTH_BASIS)
  basis: MetaspaceGrowth['basis'];

  @Nested(() => EstimateModel, { nullable: true, description: 'null: observed over time only.' })
  leakBytesPerSubmission: EstimateModel | null;

  @Nested(() => EstimateModel, {
    nullable: true,
    description: 'null: nobody says how often jobs are submitted.',
  })
  growthBytesPerSecond: EstimateModel | null;

  @Bytes()
  baseBytes: number;

  @Count({ nullable: true, description: 'That fit after a start; null: no leak, or not counted.' })
  submissionsToOom: number | null;

  @Duration({ nullable: true, description: 'From a start to an OutOfMemoryError.' })
  oomAfterMs: number | null;

  @Duration({
    nullable: true,
    description: 'The same at the upper end of the interval, also where no leak can be told from chance.',
  })
  soonestOomAfterMs: number | null;

  @Duration({ nullable: true, description: 'From the last point of the series on.' })
  oomInMs: number | null;

  @Duration({ nullable: true })
  restartEveryMs: number | null;

  @Texts()
  remarks: string[];

  @List(() => StepModel)
  steps: StepModel[];
}

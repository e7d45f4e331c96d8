import type { WindowsKept } from '@plimsoll/checkpoint';
import { Answer, Bytes, Count, Duration, List, Nested, Num, OneOf, Texts } from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';
import { EstimateModel } from './estimate.model.js';
import { KEPT_VERDICT, NEIGHBOUR_MEASURE, NEIGHBOUR_VERDICT } from './words.js';

type Stalled = NonNullable<WindowsKept['stalled']>;
type Observed = NonNullable<WindowsKept['observed']>;
type Neighbours = NonNullable<WindowsKept['neighbours']>;

@Answer('StalledWindows', 'What windows add while the watermark stands still.')
export class StalledWindowsModel implements Stalled {
  @Count({ nullable: true, description: 'null: the window keeps its records.' })
  entriesPerWindow: number | null;

  @Num()
  growthBytesPerSecond: number;

  @Duration({ nullable: true, description: 'Until freeBytes are full; null: none given, or nothing grows.' })
  fillMs: number | null;

  @Bytes({ description: 'Kept in steady operation by the watermark’s delay and the allowed lateness.' })
  steadyExtraBytes: number;
}

@Answer('ObservedCheckpointGrowth', 'Whether the observed checkpoints grow, by least squares.')
export class ObservedGrowthModel implements Observed {
  @OneOf(KEPT_VERDICT, { description: 'NOT_GROWING: no growth can be told from chance.' })
  verdict: Observed['verdict'];

  @Nested(() => EstimateModel)
  growthBytesPerSecond: EstimateModel;

  @Duration({ nullable: true, description: 'From the last point on.' })
  fillMs: number | null;

  @Duration({ nullable: true, description: 'The same at the upper end of the interval.' })
  soonestFillMs: number | null;

  @Num({
    nullable: true,
    description: 'Of what a stalled watermark would add; about 1 is its sign. null without a window.',
  })
  shareOfStalledRatio: number | null;
}

@Answer('AmongNeighbours', 'A job’s checkpoint beside those of its neighbours.')
export class AmongNeighboursModel implements Neighbours {
  @OneOf(NEIGHBOUR_VERDICT)
  verdict: Neighbours['verdict'];

  @Num()
  ratioToMedian: number;

  @Num({
    nullable: true,
    description: 'Robust standard deviations of the logarithms; null: the others are all alike.',
  })
  deviations: number | null;

  @OneOf(NEIGHBOUR_MEASURE)
  comparedBy: Neighbours['comparedBy'];
}

@Answer(
  'WindowsKept',
  'Whether windows stay past their end, how fast state grows then, and when space is full.',
)
export class WindowsKeptModel implements WindowsKept {
  @Nested(() => StalledWindowsModel, { nullable: true, description: 'null without a window.' })
  stalled: StalledWindowsModel | null;

  @Nested(() => ObservedGrowthModel, { nullable: true, description: 'null without a series.' })
  observed: ObservedGrowthModel | null;

  @Nested(() => AmongNeighboursModel, { nullable: true, description: 'null without neighbours.' })
  neighbours: AmongNeighboursModel | null;

  @Texts()
  remarks: string[];

  @List(() => StepModel)
  steps: StepModel[];
}

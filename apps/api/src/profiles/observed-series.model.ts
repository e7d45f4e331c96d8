import type { ObservedSeries } from '@plimsoll/planner';
import { MetaspacePointModel } from '../calculators/slow-trouble/metaspace-growth.model.js';
import { CheckpointSizePointModel } from '../calculators/slow-trouble/windows-kept-request.model.js';
import { List, Shape } from '../fields/index.js';

@Shape('ObservedSeries', 'What monitoring saw over days.')
export class ObservedSeriesModel implements ObservedSeries {
  @List(() => MetaspacePointModel, { optional: true, description: 'Used metaspace of a TaskManager.' })
  metaspace?: MetaspacePointModel[];

  @List(() => CheckpointSizePointModel, {
    optional: true,
    description: 'Full sizes of completed checkpoints.',
  })
  checkpointSizes?: CheckpointSizePointModel[];
}

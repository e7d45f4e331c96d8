import type { Estimate } from '@plimsoll/checkpoint';
import { Answer, Num } from '../../fields/index.js';

@Answer('GrowthEstimate', 'An estimate with its 95 % confidence interval, in the unit that its field names.')
export class EstimateModel implements Estimate {
  @Num()
  value: number;

  @Num({ description: 'Below 0 where no growth can be told from chance.' })
  low: number;

  @Num()
  high: number;
}

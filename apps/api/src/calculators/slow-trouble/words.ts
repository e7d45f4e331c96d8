import {
  GROWTH_BASES,
  KEPT_VERDICTS,
  METASPACE_VERDICTS,
  NEIGHBOUR_MEASURES,
  NEIGHBOUR_VERDICTS,
} from '@plimsoll/checkpoint';
import { enumeration } from '../../fields/index.js';

/** The closed lists of words that slow trouble is answered in. */
export const METASPACE_VERDICT = enumeration('MetaspaceVerdict', METASPACE_VERDICTS);
export const GROWTH_BASIS = enumeration('GrowthBasis', GROWTH_BASES, 'What the growth is known by.');
export const KEPT_VERDICT = enumeration('CheckpointGrowthVerdict', KEPT_VERDICTS);
export const NEIGHBOUR_VERDICT = enumeration('NeighbourVerdict', NEIGHBOUR_VERDICTS);
export const NEIGHBOUR_MEASURE = enumeration('NeighbourMeasure', NEIGHBOUR_MEASURES);

import type { FormulaText } from '@plimsoll/trace';
import { ALIGNMENT_FORMULAS } from './alignment.js';
import { CHECKPOINT_DURATION_FORMULAS } from './checkpoint-duration.js';
import { PACE_FORMULAS } from './pace.js';
import { UPLOAD_RATE_FORMULAS } from './upload-rate.js';

export type { BarrierKind } from './alignment.js';
export {
  type CheckpointFigures,
  CheckpointModel,
  type SharedFigures,
  type SnapshotKind,
  sharedFigures,
} from './checkpoint-duration.js';
export { type Pace, pace, regimeOf } from './pace.js';
export { DURATION_PARAMETERS } from './parameters.js';
export { type UploadRate, uploadRate } from './upload-rate.js';

export const DURATION_FORMULAS: readonly FormulaText[] = [
  ...UPLOAD_RATE_FORMULAS,
  ...ALIGNMENT_FORMULAS,
  ...CHECKPOINT_DURATION_FORMULAS,
  ...PACE_FORMULAS,
];

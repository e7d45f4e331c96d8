import type { FormulaText, Parameter } from '@plimsoll/trace';
import { AUTOSCALER_FORMULAS } from './autoscaler.js';
import { AUTOSCALER_SCALING_FORMULAS } from './autoscaler-scaling.js';
import { BLOB_FETCH_FORMULAS } from './blob-fetch.js';
import { CAPACITY_FORMULAS } from './capacity.js';
import { CATCH_UP_FORMULAS } from './catch-up.js';
import { DETECTION_FORMULAS } from './detection.js';
import { PARAMETERS } from './parameters.js';
import { RESTART_FORMULAS } from './restart.js';
import { RESTART_DELAY_FORMULAS } from './restart-delay.js';
import { RESTORE_FORMULAS } from './restore.js';
import { RETENTION_FORMULAS } from './retention.js';
import { REWIND_FORMULAS } from './rewind.js';
import { SINUSOIDAL_DAY_FORMULAS } from './sinusoidal-day.js';

/** What a recovery is computed with, for the reference tables. */
export const RECOVERY_FORMULAS: readonly FormulaText[] = [
  ...CAPACITY_FORMULAS,
  ...DETECTION_FORMULAS,
  ...RESTART_DELAY_FORMULAS,
  ...BLOB_FETCH_FORMULAS,
  ...RESTART_FORMULAS,
  ...RESTORE_FORMULAS,
  ...REWIND_FORMULAS,
  ...CATCH_UP_FORMULAS,
  ...AUTOSCALER_FORMULAS,
  ...AUTOSCALER_SCALING_FORMULAS,
  ...RETENTION_FORMULAS,
  ...SINUSOIDAL_DAY_FORMULAS,
];

export const RECOVERY_PARAMETERS: readonly Parameter[] = PARAMETERS;

import type { FormulaText } from '@plimsoll/trace';
import { CAPACITY_NEED_FORMULAS } from './capacity-needs.js';
import { CLASSICAL_OPTIMA_FORMULAS } from './classical-optima.js';
import { DOWNTIME_FORMULAS } from './downtime.js';
import { INTERVAL_BOUND_FORMULAS } from './interval-bounds.js';
import { JUDGED_FORMULAS } from './judged.js';
import { PROPOSED_SETTINGS_FORMULAS } from './proposed-settings.js';
import { REWIND_LIMIT_FORMULAS } from './rewind-limits.js';
import { SCOPE_FORMULAS } from './scope.js';
import { STREAMING_COST_FORMULAS } from './streaming-cost.js';

export { givenFacts, type PlainBandwidth, type PlainFacts, type PlainState } from './given-facts.js';
export {
  LOCAL_RECOVERY_FROM,
  LONG_ALIGNMENT,
  MAX_DUTY,
  MOST_TOLERATED,
  RETAINED,
  SHORTEST_INTERVAL,
  TIMEOUT_FACTOR,
  TUNING_PARAMETERS,
} from './parameters.js';
export * from './request.js';
export * from './result.js';
export { tuneCheckpoints } from './tune.js';

export const TUNING_FORMULAS: readonly FormulaText[] = [
  ...SCOPE_FORMULAS,
  ...DOWNTIME_FORMULAS,
  ...REWIND_LIMIT_FORMULAS,
  ...INTERVAL_BOUND_FORMULAS,
  ...STREAMING_COST_FORMULAS,
  ...CLASSICAL_OPTIMA_FORMULAS,
  ...JUDGED_FORMULAS,
  ...PROPOSED_SETTINGS_FORMULAS,
  ...CAPACITY_NEED_FORMULAS,
];

import type { FormulaText } from '@plimsoll/trace';
import * as budget from './budget-formulas.js';
import * as cache from './cache-formulas.js';
import * as memtable from './memtable-formulas.js';

/** Every formula of the state backend's memory. */
export const ROCKSDB_FORMULAS: readonly FormulaText[] = [
  ...Object.values(budget),
  ...Object.values(memtable),
  ...Object.values(cache),
];

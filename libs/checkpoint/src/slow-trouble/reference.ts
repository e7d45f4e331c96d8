import type { FormulaText } from '@plimsoll/trace';
import { METASPACE_FORMULAS } from './metaspace-formulas.js';
import { WINDOW_FORMULAS } from './window-formulas.js';

/** Every formula that a figure of slow trouble names. */
export const SLOW_TROUBLE_FORMULAS: readonly FormulaText[] = [...METASPACE_FORMULAS, ...WINDOW_FORMULAS];

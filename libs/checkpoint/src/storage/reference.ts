import type { FormulaText, Parameter } from '@plimsoll/trace';
import { BACKEND_FORMULAS } from './backend.js';
import { CATALOGUE_PARAMETERS } from './catalogue-parameters.js';
import { DISK_FORMULAS } from './disk.js';
import { PARAMETERS } from './parameters.js';

/** What advice on storage is computed with, for the reference tables. */
export const STORAGE_FORMULAS: readonly FormulaText[] = [...DISK_FORMULAS, ...BACKEND_FORMULAS];

export const STORAGE_PARAMETERS: readonly Parameter[] = [...PARAMETERS, ...CATALOGUE_PARAMETERS];

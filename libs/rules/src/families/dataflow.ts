import type { Rule } from '../rule.js';

export const DATAFLOW_RULES: readonly Rule[] = [];

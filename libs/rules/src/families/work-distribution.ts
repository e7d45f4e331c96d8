import type { Rule } from '../rule.js';

export const WORK_DISTRIBUTION_RULES: readonly Rule[] = [];

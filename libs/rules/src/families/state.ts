import type { Rule } from '../rule.js';

export const STATE_RULES: readonly Rule[] = [];

import type { Rule } from '../rule.js';

export const AVAILABILITY_RULES: readonly Rule[] = [];

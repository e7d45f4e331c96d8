import type { Rule } from '../rule.js';

export const UPGRADE_SAFETY_RULES: readonly Rule[] = [];

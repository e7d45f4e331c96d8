import type { Rule } from '../rule.js';

export const CHECKPOINTING_RULES: readonly Rule[] = [];

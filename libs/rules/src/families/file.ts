import type { Rule } from '../rule.js';
import { rule as unknownKey } from '../unknown-key/rule.js';

export const FILE_RULES: readonly Rule[] = [unknownKey];

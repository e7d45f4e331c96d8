import type { Rule } from '../rule.js';
import { rule as tmProcessExceedsPodLimit } from '../tm-process-exceeds-pod-limit/rule.js';

export const MEMORY_RULES: readonly Rule[] = [tmProcessExceedsPodLimit];

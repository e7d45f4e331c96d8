import { AVAILABILITY_RULES } from './families/availability.js';
import { CHECKPOINTING_RULES } from './families/checkpointing.js';
import { DATAFLOW_RULES } from './families/dataflow.js';
import { FILE_RULES } from './families/file.js';
import { MEMORY_RULES } from './families/memory.js';
import { SECURITY_RULES } from './families/security.js';
import { STATE_RULES } from './families/state.js';
import { UPGRADE_SAFETY_RULES } from './families/upgrade-safety.js';
import { WORK_DISTRIBUTION_RULES } from './families/work-distribution.js';
import type { Rule } from './rule.js';

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  ...MEMORY_RULES,
  ...CHECKPOINTING_RULES,
  ...STATE_RULES,
  ...WORK_DISTRIBUTION_RULES,
  ...UPGRADE_SAFETY_RULES,
  ...AVAILABILITY_RULES,
  ...SECURITY_RULES,
  ...DATAFLOW_RULES,
  ...FILE_RULES,
].sort((a, b) => (a.id < b.id ? -1 : 1));

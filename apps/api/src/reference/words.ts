import { FAMILIES } from '@plimsoll/rules';
import { enumeration } from '../fields/index.js';

export const RULE_FAMILY = enumeration('RuleFamily', FAMILIES, 'What a rule is about.');

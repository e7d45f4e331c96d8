import { REMARK_CODES } from '@plimsoll/planner';
import { enumeration } from '../../fields/index.js';

export const REMARK_CODE = enumeration(
  'ImportRemarkCode',
  REMARK_CODES,
  'What was decided where an export leaves a choice.',
);

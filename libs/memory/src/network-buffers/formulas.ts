import type { FormulaText } from '@plimsoll/trace';
import * as gate from './gate-formulas.js';
import * as partition from './partition-formulas.js';
import * as taskManager from './task-manager-formulas.js';

/** Every formula of network buffers. */
export const NETWORK_BUFFER_FORMULAS: readonly FormulaText[] = [
  ...Object.values(gate),
  ...Object.values(partition),
  ...Object.values(taskManager),
];

import type { FormulaText, Parameter } from '@plimsoll/trace';
import { ALTERNATIVE_FORMULAS } from './alternative.js';
import { CATCH_UP_FORMULAS } from './catch-up.js';
import { COLLECTOR_FORMULAS } from './collector.js';
import { FOOTPRINT_FORMULAS } from './footprint.js';
import { FOOTPRINT_ROWS } from './job-parameters.js';
import { JVM_HEAP_FORMULAS } from './jvm-heap.js';
import { JVM_ROWS } from './jvm-parameters.js';
import { MEASURED_ROWS } from './measured-parameters.js';
import { CHOSEN_HEAP } from './mini-cluster.js';
import { NEEDS_FORMULAS } from './needs.js';
import { PART_FORMULAS } from './parts.js';
import { SMALLEST_HEAP_FORMULAS } from './smallest-heap.js';
import { TALK_FORMULAS } from './talk.js';
import { TALK_ROWS } from './talk-parameters.js';
import { THREAD_FORMULAS } from './threads.js';
import { THROUGHPUT_FORMULAS } from './throughput.js';

/** Every formula that a figure of a MiniCluster names. */
export const MINI_CLUSTER_FORMULAS: readonly FormulaText[] = [
  ...NEEDS_FORMULAS,
  ...CATCH_UP_FORMULAS,
  ...SMALLEST_HEAP_FORMULAS,
  CHOSEN_HEAP,
  ...JVM_HEAP_FORMULAS,
  ...THREAD_FORMULAS,
  ...COLLECTOR_FORMULAS,
  ...FOOTPRINT_FORMULAS,
  ...TALK_FORMULAS,
  ...PART_FORMULAS,
  ...THROUGHPUT_FORMULAS,
  ...ALTERNATIVE_FORMULAS,
];

/** Every constant that they take. */
export const MINI_CLUSTER_PARAMETERS: readonly Parameter[] = [
  ...Object.values(JVM_ROWS),
  ...Object.values(MEASURED_ROWS),
  ...FOOTPRINT_ROWS,
  ...Object.values(TALK_ROWS),
];

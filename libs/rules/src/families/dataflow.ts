import { rule as blockingIo } from '../blocking-io/rule.js';
import { rule as externalCallsSlowerThanInput } from '../external-calls-slower-than-input/rule.js';
import { rule as oneSubtaskTakesAll } from '../one-subtask-takes-all/rule.js';
import { rule as parserPerRecord } from '../parser-per-record/rule.js';
import { rule as rebalanceWithoutNeed } from '../rebalance-without-need/rule.js';
import type { Rule } from '../rule.js';
import { rule as spikeExceedsParallelism } from '../spike-exceeds-parallelism/rule.js';
import { rule as tooManyRepartitionings } from '../too-many-repartitionings/rule.js';
import { rule as windowBurstExceedsParallelism } from '../window-burst-exceeds-parallelism/rule.js';

export const DATAFLOW_RULES: readonly Rule[] = [
  blockingIo,
  externalCallsSlowerThanInput,
  oneSubtaskTakesAll,
  parserPerRecord,
  rebalanceWithoutNeed,
  spikeExceedsParallelism,
  tooManyRepartitionings,
  windowBurstExceedsParallelism,
];

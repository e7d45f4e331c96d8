import { rule as coresWithoutSlots } from '../cores-without-slots/rule.js';
import { rule as maxParallelismBadlyDivisible } from '../max-parallelism-badly-divisible/rule.js';
import { rule as maxParallelismLarge } from '../max-parallelism-large/rule.js';
import { rule as maxParallelismOutOfRange } from '../max-parallelism-out-of-range/rule.js';
import { rule as maxParallelismUnset } from '../max-parallelism-unset/rule.js';
import { rule as operatorChainingOff } from '../operator-chaining-off/rule.js';
import { rule as parallelismAboveKafkaPartitions } from '../parallelism-above-kafka-partitions/rule.js';
import { rule as parallelismAboveKeys } from '../parallelism-above-keys/rule.js';
import { rule as parallelismAboveMaximum } from '../parallelism-above-maximum/rule.js';
import { rule as parallelismExceedsSlots } from '../parallelism-exceeds-slots/rule.js';
import type { Rule } from '../rule.js';
import { rule as slotSharingSplit } from '../slot-sharing-split/rule.js';
import { rule as slotsExceedCores } from '../slots-exceed-cores/rule.js';
import { rule as slotsNotSpread } from '../slots-not-spread/rule.js';

export const WORK_DISTRIBUTION_RULES: readonly Rule[] = [
  coresWithoutSlots,
  maxParallelismBadlyDivisible,
  maxParallelismLarge,
  maxParallelismOutOfRange,
  maxParallelismUnset,
  operatorChainingOff,
  parallelismAboveKafkaPartitions,
  parallelismAboveKeys,
  parallelismAboveMaximum,
  parallelismExceedsSlots,
  slotSharingSplit,
  slotsExceedCores,
  slotsNotSpread,
];

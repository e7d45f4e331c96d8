import { rule as flinkRejectsConfig } from '../flink-rejects-config/rule.js';
import { rule as jmProcessExceedsPodLimit } from '../jm-process-exceeds-pod-limit/rule.js';
import { rule as managedMemoryIdle } from '../managed-memory-idle/rule.js';
import { rule as podLimitAboveProcessSize } from '../pod-limit-above-process-size/rule.js';
import { rule as rocksdbFlushesConstantly } from '../rocksdb-flushes-constantly/rule.js';
import { rule as rocksdbMemoryUnbounded } from '../rocksdb-memory-unbounded/rule.js';
import { rule as rocksdbMemtablesStarved } from '../rocksdb-memtables-starved/rule.js';
import type { Rule } from '../rule.js';
import { rule as slotsShareTooLittleHeap } from '../slots-share-too-little-heap/rule.js';
import { rule as tmProcessExceedsPodLimit } from '../tm-process-exceeds-pod-limit/rule.js';

export const MEMORY_RULES: readonly Rule[] = [
  flinkRejectsConfig,
  jmProcessExceedsPodLimit,
  managedMemoryIdle,
  podLimitAboveProcessSize,
  rocksdbFlushesConstantly,
  rocksdbMemoryUnbounded,
  rocksdbMemtablesStarved,
  slotsShareTooLittleHeap,
  tmProcessExceedsPodLimit,
];

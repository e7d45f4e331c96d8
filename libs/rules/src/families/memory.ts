import { rule as flinkRejectsConfig } from '../flink-rejects-config/rule.js';
import { rule as heapMemoryUnused } from '../heap-memory-unused/rule.js';
import { rule as jmProcessExceedsPodLimit } from '../jm-process-exceeds-pod-limit/rule.js';
import { rule as jvmOverheadBelowDefault } from '../jvm-overhead-below-default/rule.js';
import { rule as jvmOverheadFractionHasNoEffect } from '../jvm-overhead-fraction-has-no-effect/rule.js';
import { rule as jvmOverheadLargerThanDerived } from '../jvm-overhead-larger-than-derived/rule.js';
import { rule as legacyCutoffMinimumRules } from '../legacy-cutoff-minimum-rules/rule.js';
import { rule as legacyCutoffNotRead } from '../legacy-cutoff-not-read/rule.js';
import { rule as managedMemoryIdle } from '../managed-memory-idle/rule.js';
import { rule as metaspaceLeaks } from '../metaspace-leaks/rule.js';
import { rule as metaspaceNearlyFull } from '../metaspace-nearly-full/rule.js';
import { rule as networkBuffersInsufficient } from '../network-buffers-insufficient/rule.js';
import { rule as networkMemoryUnused } from '../network-memory-unused/rule.js';
import { rule as podLimitAboveProcessSize } from '../pod-limit-above-process-size/rule.js';
import { rule as rocksdbFlushesConstantly } from '../rocksdb-flushes-constantly/rule.js';
import { rule as rocksdbMemoryUnbounded } from '../rocksdb-memory-unbounded/rule.js';
import { rule as rocksdbMemtablesStarved } from '../rocksdb-memtables-starved/rule.js';
import type { Rule } from '../rule.js';
import { rule as slotsShareTooLittleHeap } from '../slots-share-too-little-heap/rule.js';
import { rule as tmProcessExceedsPodLimit } from '../tm-process-exceeds-pod-limit/rule.js';

export const MEMORY_RULES: readonly Rule[] = [
  flinkRejectsConfig,
  heapMemoryUnused,
  jmProcessExceedsPodLimit,
  jvmOverheadBelowDefault,
  jvmOverheadFractionHasNoEffect,
  jvmOverheadLargerThanDerived,
  legacyCutoffMinimumRules,
  legacyCutoffNotRead,
  managedMemoryIdle,
  metaspaceLeaks,
  metaspaceNearlyFull,
  networkBuffersInsufficient,
  networkMemoryUnused,
  podLimitAboveProcessSize,
  rocksdbFlushesConstantly,
  rocksdbMemoryUnbounded,
  rocksdbMemtablesStarved,
  slotsShareTooLittleHeap,
  tmProcessExceedsPodLimit,
];

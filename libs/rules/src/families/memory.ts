import { rule as flinkRejectsConfig } from '../flink-rejects-config/rule.js';
import { rule as frameworkMemoryEnlarged } from '../framework-memory-enlarged/rule.js';
import { rule as heapBeyondCompressedOops } from '../heap-beyond-compressed-oops/rule.js';
import { rule as heapFlagsInJavaOpts } from '../heap-flags-in-java-opts/rule.js';
import { rule as heapMemoryUnused } from '../heap-memory-unused/rule.js';
import { rule as javaFlagsOfJava8 } from '../java-flags-of-java-8/rule.js';
import { rule as jmProcessExceedsPodLimit } from '../jm-process-exceeds-pod-limit/rule.js';
import { rule as jvmOverheadBelowDefault } from '../jvm-overhead-below-default/rule.js';
import { rule as jvmOverheadFractionHasNoEffect } from '../jvm-overhead-fraction-has-no-effect/rule.js';
import { rule as jvmOverheadLargerThanDerived } from '../jvm-overhead-larger-than-derived/rule.js';
import { rule as legacyCutoffMinimumRules } from '../legacy-cutoff-minimum-rules/rule.js';
import { rule as legacyCutoffNotRead } from '../legacy-cutoff-not-read/rule.js';
import { rule as managedMemoryIdle } from '../managed-memory-idle/rule.js';
import { rule as memorySizeOverriddenByDeployment } from '../memory-size-overridden-by-deployment/rule.js';
import { rule as memorySizeSetTwice } from '../memory-size-set-twice/rule.js';
import { rule as metaspaceLeaks } from '../metaspace-leaks/rule.js';
import { rule as metaspaceNearlyFull } from '../metaspace-nearly-full/rule.js';
import { rule as nettyArenasExceedOffHeap } from '../netty-arenas-exceed-off-heap/rule.js';
import { rule as networkBuffersInsufficient } from '../network-buffers-insufficient/rule.js';
import { rule as networkFractionHasNoEffect } from '../network-fraction-has-no-effect/rule.js';
import { rule as networkMemoryUnused } from '../network-memory-unused/rule.js';
import { rule as networkMemoryWithoutMaximum } from '../network-memory-without-maximum/rule.js';
import { rule as offHeapStarvesHeap } from '../off-heap-starves-heap/rule.js';
import { rule as podLimitAboveProcessSize } from '../pod-limit-above-process-size/rule.js';
import { rule as rocksdbFlushesConstantly } from '../rocksdb-flushes-constantly/rule.js';
import { rule as rocksdbMemoryUnbounded } from '../rocksdb-memory-unbounded/rule.js';
import { rule as rocksdbMemtablesStarved } from '../rocksdb-memtables-starved/rule.js';
import type { Rule } from '../rule.js';
import { rule as slotsShareTooLittleHeap } from '../slots-share-too-little-heap/rule.js';
import { rule as slotsStarveRocksdb } from '../slots-starve-rocksdb/rule.js';
import { rule as tmProcessExceedsPodLimit } from '../tm-process-exceeds-pod-limit/rule.js';

export const MEMORY_RULES: readonly Rule[] = [
  flinkRejectsConfig,
  frameworkMemoryEnlarged,
  heapBeyondCompressedOops,
  heapFlagsInJavaOpts,
  heapMemoryUnused,
  javaFlagsOfJava8,
  jmProcessExceedsPodLimit,
  jvmOverheadBelowDefault,
  jvmOverheadFractionHasNoEffect,
  jvmOverheadLargerThanDerived,
  legacyCutoffMinimumRules,
  legacyCutoffNotRead,
  managedMemoryIdle,
  memorySizeOverriddenByDeployment,
  memorySizeSetTwice,
  metaspaceLeaks,
  metaspaceNearlyFull,
  nettyArenasExceedOffHeap,
  networkBuffersInsufficient,
  networkFractionHasNoEffect,
  networkMemoryUnused,
  networkMemoryWithoutMaximum,
  offHeapStarvesHeap,
  podLimitAboveProcessSize,
  rocksdbFlushesConstantly,
  rocksdbMemoryUnbounded,
  rocksdbMemtablesStarved,
  slotsShareTooLittleHeap,
  slotsStarveRocksdb,
  tmProcessExceedsPodLimit,
];

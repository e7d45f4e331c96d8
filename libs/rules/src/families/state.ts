import { rule as heapTimersTooMany } from '../heap-timers-too-many/rule.js';
import { rule as rocksdbHighMemOptionsOnLittleMemory } from '../rocksdb-high-mem-options-on-little-memory/rule.js';
import { rule as rocksdbOptionsForOtherDisk } from '../rocksdb-options-for-other-disk/rule.js';
import type { Rule } from '../rule.js';
import { rule as stateBackendNameNotRead } from '../state-backend-name-not-read/rule.js';
import { rule as stateDirectoryOnNetworkVolume } from '../state-directory-on-network-volume/rule.js';
import { rule as stateDirectoryOnRootDisk } from '../state-directory-on-root-disk/rule.js';
import { rule as stateDirectoryUnderTmp } from '../state-directory-under-tmp/rule.js';
import { rule as stateExceedsHeap } from '../state-exceeds-heap/rule.js';
import { rule as stateWithoutTtl } from '../state-without-ttl/rule.js';
import { rule as stateWouldFitHeap } from '../state-would-fit-heap/rule.js';

export const STATE_RULES: readonly Rule[] = [
  heapTimersTooMany,
  rocksdbHighMemOptionsOnLittleMemory,
  rocksdbOptionsForOtherDisk,
  stateBackendNameNotRead,
  stateDirectoryOnNetworkVolume,
  stateDirectoryOnRootDisk,
  stateDirectoryUnderTmp,
  stateExceedsHeap,
  stateWithoutTtl,
  stateWouldFitHeap,
];

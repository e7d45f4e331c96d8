import type { SpeedRatio } from './result.js';

/** "Ten times slower" is no constant: how much slower rocksdb is than hashmap depends on of what one speaks. Measured on Flink 1.20. */
export const ROCKSDB_SPEEDS: readonly SpeedRatio[] = [
  { of: 'a whole pipeline, per CPU second', low: 2, high: 3, reference: 'F9.1' },
  { of: 'one access to state, answered from the cache', low: 25, high: 40, reference: 'F9.1' },
  {
    of: 'one access to state far out of the cache, where 1000 was measured',
    low: 40,
    high: null,
    reference: 'F9.1',
  },
];

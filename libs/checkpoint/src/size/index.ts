import type { FormulaText } from '@plimsoll/trace';
import { CHANGELOG_FORMULAS } from './changelog.js';
import { CHECKPOINT_SIZE_FORMULAS } from './checkpoint-size.js';
import { TIME_TO_LIVE_FORMULAS } from './time-to-live.js';
import { TOUCHED_FORMULAS } from './touched-entries.js';

export { type Changelog, changelog } from './changelog.js';
export {
  ASSUMED_GROWTH,
  type FileGrowth,
  fullBytes,
  fullSize,
  incrementalBytes,
  incrementalSize,
} from './checkpoint-size.js';
export * from './distinct-keys.js';
export {
  HASHMAP_EXPANSION,
  INCREMENTAL_REWRITE,
  ROCKSDB_EXPANSION,
  SIZE_PARAMETERS,
  SPACE_AMPLIFICATION,
  snapshotExpansion,
} from './parameters.js';
export * from './state.js';
export { type KeysWithTimeToLive, keysWithTimeToLive } from './time-to-live.js';
export { ZipfKeys, zipfKeys } from './zipf-keys.js';

export const SIZE_FORMULAS: readonly FormulaText[] = [
  ...CHECKPOINT_SIZE_FORMULAS,
  ...TOUCHED_FORMULAS,
  ...TIME_TO_LIVE_FORMULAS,
  ...CHANGELOG_FORMULAS,
];

export { isHiddenByFlink } from './hidden-by-flink.js';
export { type OptionValue, sameValue } from './option-value.js';
export {
  type FlinkConfig,
  type FlinkRejection,
  type OptionOutcome,
  type OptionReading,
  type ReadFrom,
  type ReadOptions,
  readOption,
} from './read-option.js';

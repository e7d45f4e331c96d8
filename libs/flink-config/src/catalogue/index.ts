export { type Catalogue, catalogueOf, type OldKeyOf, optionsOf } from './catalogue.js';
export type { FlinkOption } from './flink-option.js';
export { flinkOption, type KnownKey } from './known-key.js';
export { type NearKey, nearestKeys } from './nearest-keys.js';
export { OPTION_TYPES, type OptionType, type SampledDefault } from './option-record.js';
export { searchOptions } from './search-options.js';
export { CATALOGUED, catalogueVersion, SAMPLED_VERSIONS, type VersionView } from './version-view.js';

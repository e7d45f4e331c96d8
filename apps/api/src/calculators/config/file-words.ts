import { CONFIG_FORMATS, KEY_LAYOUTS, PARSED_FORMATS } from '@plimsoll/flink-config';
import { enumeration } from '../../fields/index.js';

/** The closed list of words that files of configuration are asked for in. */
export const PARSED_FORMAT = enumeration(
  'ParsedConfigFormat',
  PARSED_FORMATS,
  'What kind of text holds the configuration.',
);
export const CONFIG_FORMAT = enumeration(
  'ConfigFormat',
  CONFIG_FORMATS,
  'What kind of text a configuration is written as.',
);
export const KEY_LAYOUT = enumeration(
  'KeyLayout',
  KEY_LAYOUTS,
  'How keys stand in YAML: whole, or in mappings within each other.',
);

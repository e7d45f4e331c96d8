import {
  type FlinkVersion,
  type JavaResult,
  parseFlinkBoolean,
  parseFlinkDuration,
  parseJavaDouble,
  parseJavaFloat,
  parseJavaInt,
  parseJavaLong,
  parseMemorySize,
  returned,
  thrown,
} from '@plimsoll/units';
import type { FlinkOption } from '../catalogue/index.js';
import type { OptionType } from '../catalogue/option-record.js';
import { listOf } from './list.js';
import { mapOf } from './map.js';
import type { OptionValue } from './option-value.js';

/** How a text becomes a value: in which version, and whether lists and maps may be written in YAML. */
export interface ReadingMode {
  readonly version: FlinkVersion;
  readonly standardYaml: boolean;
}

type Enumeration = Pick<FlinkOption, 'enumValues' | 'enumClass'>;

/**
 * A text as a value of an option.
 * @see org.apache.flink.configuration.ConfigurationUtils#convertValue
 */
export function converted(text: string, option: FlinkOption, mode: ReadingMode): JavaResult<OptionValue> {
  if (option.type !== 'List') return single(text, option.type, option, mode);
  const items = listOf(text, option.element ?? 'String', mode, (item, type, inList) =>
    single(item, type, option, inList),
  );
  return items.kind === 'thrown' ? items : returned({ type: 'List', value: items.value });
}

function single(
  text: string,
  type: OptionType,
  enumeration: Enumeration,
  mode: ReadingMode,
): JavaResult<OptionValue> {
  switch (type) {
    case 'Boolean':
      return as(parseFlinkBoolean(text), (value) => ({ type, value }));
    case 'Integer':
      return as(parseJavaInt(text), (value) => ({ type, value }));
    case 'Long':
      return as(parseJavaLong(text), (value) => ({ type, value }));
    case 'Float':
      return as(parseJavaFloat(text), (value) => ({ type, value }));
    case 'Double':
      return as(parseJavaDouble(text), (value) => ({ type, value }));
    case 'Duration':
      return as(parseFlinkDuration(text, mode.version), (value) => ({ type, value }));
    case 'MemorySize':
      return as(parseMemorySize(text), (value) => ({ type, value }));
    case 'Enum':
      return as(enumOf(text, enumeration), (value) => ({ type, value }));
    case 'Map':
      return as(mapOf(text, mode), (value) => ({ type, value }));
    default:
      return returned({ type: 'String', value: text });
  }
}

const as = <T>(result: JavaResult<T>, of: (value: T) => OptionValue): JavaResult<OptionValue> =>
  result.kind === 'value' ? returned(of(result.value)) : result;

/** The text of the constant, in any case; nothing else, not even a blank around it. */
function enumOf(text: string, { enumValues, enumClass }: Enumeration): JavaResult<string> {
  const upper = text.toUpperCase();
  const found = enumValues.find((value) => value.toUpperCase() === upper);
  if (found !== undefined) return returned(found);
  const name = enumClass === null ? '' : ` class ${enumClass}`;
  return thrown(
    'IllegalArgumentException',
    `Could not parse value for enum${name}. Expected one of: [[${enumValues.join(', ')}]]`,
  );
}

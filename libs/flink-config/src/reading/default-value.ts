import { parseFlinkDuration, parseJavaLong, parseMemorySize } from '@plimsoll/units';
import type { FlinkOption, SampledDefault } from '../catalogue/index.js';
import type { OptionType } from '../catalogue/option-record.js';
import type { OptionValue } from './option-value.js';

/** The default of an option as a value; null where it has none. */
export function defaultValue({ type, element, defaultValue: sampled }: FlinkOption): OptionValue | null {
  if (sampled === null) return null;
  if (type === 'List') {
    const items = Array.isArray(sampled) ? sampled : [];
    return { type, value: items.flatMap((item) => single(element ?? 'String', item) ?? []) };
  }
  return single(type, sampled);
}

function single(type: OptionType, sampled: SampledDefault): OptionValue | null {
  switch (type) {
    case 'Boolean':
      return { type, value: sampled === true };
    case 'Integer':
    case 'Double':
      return { type, value: Number(sampled) };
    case 'Float':
      return { type, value: Math.fround(Number(sampled)) };
    case 'Long': {
      const long = parseJavaLong(String(sampled));
      return long.kind === 'value' ? { type, value: long.value } : null;
    }
    case 'Duration': {
      const duration = parseFlinkDuration(String(sampled));
      return duration.kind === 'value' ? { type, value: duration.value } : null;
    }
    case 'MemorySize': {
      const size = parseMemorySize(String(sampled));
      return size.kind === 'value' ? { type, value: size.value } : null;
    }
    case 'Map':
      return {
        type,
        value: new Map(typeof sampled === 'object' && sampled !== null ? entriesOf(sampled) : []),
      };
    case 'Enum':
      return { type, value: String(sampled) };
    default:
      return { type: 'String', value: String(sampled) };
  }
}

const entriesOf = (map: object): [string, string][] =>
  Object.entries(map).map(([key, value]) => [key, String(value)]);

import { type JavaResult, returned, splitEscaped } from '@plimsoll/units';
import type { OptionType } from '../catalogue/option-record.js';
import type { ReadingMode } from './convert.js';
import { stringMap } from './map.js';
import type { OptionValue } from './option-value.js';
import { readYaml, yamlText } from './yaml-value.js';

type Item = (text: string, type: OptionType, mode: ReadingMode) => JavaResult<OptionValue>;

/**
 * A list: where YAML is read, first as YAML (`[a, b]`); where that fails in any way, and elsewhere, as `a;b`.
 * @see org.apache.flink.configuration.ConfigurationUtils#convertToList
 */
export function listOf(
  text: string,
  element: OptionType,
  mode: ReadingMode,
  item: Item,
): JavaResult<readonly OptionValue[]> {
  const fromYaml = mode.standardYaml ? yamlList(text, element, mode, item) : undefined;
  if (fromYaml !== undefined) return returned(fromYaml);
  const parts = splitEscaped(text, ';');
  if (parts.kind === 'thrown') return parts;
  const keepsYaml = mode.version.major >= 2;
  return all(
    parts.value.map((part) => item(part, element, keepsYaml ? mode : { ...mode, standardYaml: false })),
  );
}

function yamlList(
  text: string,
  element: OptionType,
  mode: ReadingMode,
  item: Item,
): OptionValue[] | undefined {
  const data = readYaml(text);
  if (!Array.isArray(data)) return undefined;
  const items: OptionValue[] = [];
  for (const one of data) {
    if (element === 'Map') {
      const map = stringMap(one);
      if (map === undefined) return undefined;
      items.push({ type: 'Map', value: map });
      continue;
    }
    const itemText = yamlText(one);
    if (itemText === undefined) return undefined;
    const value = item(itemText, element, mode);
    if (value.kind === 'thrown') return undefined;
    items.push(value.value);
  }
  return items;
}

function all(results: readonly JavaResult<OptionValue>[]): JavaResult<readonly OptionValue[]> {
  const values: OptionValue[] = [];
  for (const result of results) {
    if (result.kind === 'thrown') return result;
    values.push(result.value);
  }
  return returned(values);
}

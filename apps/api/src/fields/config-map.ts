import type { Rejection } from '@plimsoll/units';
import { pointerTo } from '../problem/pointer.js';
import { defineField, type FieldOptions } from './field.js';
import { judge } from './judge.js';
import { isObject } from './nested-fields.js';
import { ConfigMapScalar } from './scalars.js';
import { isStorable } from './storable.js';

/** The longest key of Flink's own has 80 characters. */
const LONGEST_KEY = 500;

/** Flink configuration as Flink reads it: keys to strings. Numbers and booleans are refused. */
export const ConfigMap = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'object', additionalProperties: { type: 'string' } },
      graphql: () => ConfigMapScalar,
      judges: [
        judge('isObject', isObject, 'must be an object of keys to strings'),
        judge('isConfigMap', (map) => !isObject(map) || badEntries(map, '').length === 0, ''),
      ],
      members: badEntries,
    },
    options,
  );

function badEntries(map: object, pointer: string): readonly Rejection[] {
  const rejections: Rejection[] = [];
  for (const [key, value] of Object.entries(map)) {
    const message = wrongWithKey(key) ?? wrongWithValue(value);
    if (message !== undefined) rejections.push({ pointer: pointerTo(pointer, key), message });
  }
  return rejections;
}

function wrongWithKey(key: string): string | undefined {
  if (key === '' || key === '__proto__') return 'is not a key of a Flink configuration';
  if (key.length > LONGEST_KEY) return `has a key of more than ${LONGEST_KEY} characters`;
  return isStorable(key) ? undefined : 'has a key with U+0000 or half of a surrogate pair';
}

function wrongWithValue(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a string, as in a Flink configuration: "4", "true"';
  return isStorable(value) ? undefined : 'must not contain U+0000 or half of a surrogate pair';
}

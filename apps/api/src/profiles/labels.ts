import type { Rejection } from '@plimsoll/units';
import { GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql';
import { defineField, type FieldOptions } from '../fields/field.js';
import { judge } from '../fields/judge.js';
import { isObject } from '../fields/nested-fields.js';
import { isStorable } from '../fields/storable.js';
import { pointerTo } from '../problem/pointer.js';

const MOST = 64;
const LONGEST_KEY = 63;
const LONGEST_VALUE = 200;

const LabelsScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Labels',
  description: `Words of one’s own to find things by: up to ${MOST} keys to strings.`,
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
});

/** Words of one's own, by key: a bounded map of strings. */
export const Labels = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: {
        type: 'object',
        additionalProperties: { type: 'string', maxLength: LONGEST_VALUE },
        maxProperties: MOST,
      },
      graphql: () => LabelsScalar,
      judges: [
        judge('isObject', isObject, 'must be an object of keys to strings'),
        judge('areLabels', (map) => !isObject(map) || badLabels(map, '').length === 0, ''),
      ],
      members: badLabels,
    },
    options,
  );

function badLabels(map: object, pointer: string): readonly Rejection[] {
  const entries = Object.entries(map);
  if (entries.length > MOST) return [{ pointer, message: `must have at most ${MOST} keys` }];
  return entries.flatMap(([key, value]) => {
    const message = wrongWith(key, value);
    return message === undefined ? [] : [{ pointer: pointerTo(pointer, key), message }];
  });
}

function wrongWith(key: string, value: unknown): string | undefined {
  if (key === '' || key === '__proto__' || key.length > LONGEST_KEY || !isStorable(key)) {
    return `must have a key of 1 to ${LONGEST_KEY} characters, without U+0000 or half of a surrogate pair`;
  }
  if (typeof value !== 'string') return 'must be a string';
  if (value.length > LONGEST_VALUE) return `must have at most ${LONGEST_VALUE} characters`;
  return isStorable(value) ? undefined : 'must not contain U+0000 or half of a surrogate pair';
}

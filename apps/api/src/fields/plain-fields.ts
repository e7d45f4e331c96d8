import { Float, Int as GraphQLInt } from '@nestjs/graphql';
import { type Enumeration, isValueOf, namesOf } from './enumeration.js';
import { defineField, type FieldOptions, mayBeNull } from './field.js';
import { judge } from './judge.js';
import { isStorable } from './storable.js';

export interface TextOptions extends FieldOptions {
  /** Characters; 200 unless told. */
  readonly max?: number;
}

/** A whole number. Its sign and size are judged by whoever uses it. */
export const Int = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'integer' },
      graphql: () => GraphQLInt,
      judges: [judge('isInt', isWhole, 'must be an integer'), finite],
    },
    options,
  );

/** Any number: a share, a factor, an amount of money. */
export const Num = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'number' },
      graphql: () => Float,
      judges: [judge('isNumber', (value) => typeof value === 'number', 'must be a number'), finite],
    },
    options,
  );

export const Bool = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'boolean' },
      graphql: () => Boolean,
      judges: [judge('isBoolean', (value) => typeof value === 'boolean', 'must be true or false')],
    },
    options,
  );

/** Text that can be stored: without U+0000 and without half of a surrogate pair. */
export const Str = ({ max = 200, ...options }: TextOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'string', maxLength: max },
      graphql: () => String,
      judges: [
        judge('isString', (value) => typeof value === 'string', 'must be a string'),
        judge('isShort', (value) => lengthOf(value) <= max, `must have at most ${max} characters`, 'value'),
        judge('isStorable', isStorable, 'must not contain U+0000 or half of a surrogate pair', 'value'),
      ],
    },
    options,
  );

/** In answers: text of any length. */
export const Text = (options: FieldOptions = {}): PropertyDecorator =>
  defineField({ schema: { type: 'string' }, graphql: () => String, judges: [] }, options);

/** One of the words of an enumeration; in GraphQL their names in upper case. */
export const OneOf = (enumeration: Enumeration, options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'string', enum: wordsOf(enumeration, options) },
      graphql: () => enumeration.graphql,
      judges: [
        judge('isOneOf', (value) => isValueOf(enumeration, value), `must be one of ${namesOf(enumeration)}`),
      ],
      enumeration,
    },
    options,
  );

/** Where null may stand, JSON schema wants it among the words. */
const wordsOf = ({ values }: Enumeration, options: FieldOptions): (string | null)[] =>
  mayBeNull(options) ? [...values, null] : [...values];

const isWhole = (value: unknown): boolean =>
  typeof value === 'number' && (Number.isInteger(value) || !Number.isFinite(value));

/** JSON has no Infinity, but `1e999` reads as it. */
const finite = judge(
  'isFinite',
  (value) => typeof value !== 'number' || Number.isFinite(value),
  'must be a finite number',
  'value',
);

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

import { type Dimension, MAX_EXACT, parseQuantity, type ReadQuantity, SYNTAX, UNITS } from '@plimsoll/units';
import type { GraphQLScalarType } from 'graphql';
import { defineField, type FieldOptions } from './field.js';
import { judge } from './judge.js';
import {
  BytesPerSecondScalar,
  BytesScalar,
  CountScalar,
  DurationScalar,
  exactSize,
  QuantityScalar,
  RecordsPerSecondScalar,
} from './scalars.js';

export interface SizeOptions extends FieldOptions {
  /** Read as a number, above 2^53 − 1 the nearest one; unless told, a larger size is read as its digits. */
  readonly rounded?: boolean;
}

/** A size in bytes. */
export const Bytes = ({ rounded = false, ...options }: SizeOptions = {}): PropertyDecorator =>
  quantityField('bytes', BytesScalar, options, rounded ? nearestNumber : undefined);

export const BytesPerSecond = (options: FieldOptions = {}): PropertyDecorator =>
  quantityField('bytesPerSecond', BytesPerSecondScalar, options);

export const RecordsPerSecond = (options: FieldOptions = {}): PropertyDecorator =>
  quantityField('perSecond', RecordsPerSecondScalar, options);

/** A time in milliseconds. */
export const Duration = (options: FieldOptions = {}): PropertyDecorator =>
  quantityField('ms', DurationScalar, options);

/** Records, keys, entries: counts that a 32-bit number may not hold. */
export const Count = (options: FieldOptions = {}): PropertyDecorator =>
  quantityField('count', CountScalar, options);

/** In answers: a number in the unit that a field beside it names. */
export const Quantity = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { anyOf: [{ type: 'number' }, DIGITS] },
      graphql: () => QuantityScalar,
      judges: [],
    },
    options,
  );

/** In requests, of a field whose name ends with its unit: bytes as a number or, above 2^53 − 1, as digits. Read as a number. */
export const BareBytes = (options: FieldOptions = {}): PropertyDecorator =>
  bareField('bytes', BytesScalar, 'bytes, or a string of its digits', options);

/** In requests, of a field whose name ends with its unit: milliseconds as a number. */
export const BareMillis = (options: FieldOptions = {}): PropertyDecorator =>
  bareField('ms', DurationScalar, 'milliseconds', options);

/** In requests, of a field whose name says what it counts: a number of any size. */
export const BareCount = (options: FieldOptions = {}): PropertyDecorator =>
  bareField('count', CountScalar, 'whole things', options);

const bareField = (
  dimension: Dimension,
  scalar: GraphQLScalarType,
  what: string,
  options: FieldOptions,
): PropertyDecorator =>
  defineField(
    {
      schema: {
        anyOf: [{ type: 'number' }, ...(dimension === 'bytes' ? [DIGITS] : [])],
        description: `A number of ${what}, without a unit.`,
      },
      graphql: () => scalar,
      judges: [
        judge(
          'isBare',
          (value) => typeof value === 'number' || (dimension === 'bytes' && isDigits(value)),
          `must be a number of ${what}, without a unit`,
        ),
        usable(dimension),
      ],
      convert: nearestNumber,
    },
    options,
  );

const isDigits = (value: unknown): boolean => typeof value === 'string' && /^\d{1,30}$/.test(value);

const nearestNumber = (value: unknown): unknown => (isDigits(value) ? Number(value) : value);

const usable = (dimension: Dimension): PropertyDecorator =>
  judge(
    'isUsableQuantity',
    (value) => reading(dimension, value).kind !== 'unusable',
    (value) => messageOf(dimension, value),
    'value',
  );

const quantityField = (
  dimension: Dimension,
  scalar: GraphQLScalarType,
  options: FieldOptions,
  finish: (read: unknown) => unknown = (read) => read,
): PropertyDecorator =>
  defineField(
    {
      schema: quantitySchema(dimension),
      graphql: () => scalar,
      judges: [
        judge(
          'isQuantity',
          (value) => reading(dimension, value).kind !== 'unreadable',
          (value) => messageOf(dimension, value),
        ),
        usable(dimension),
      ],
      convert: (value) => (typeof value === 'number' ? value : finish(inBaseUnits(dimension, value))),
    },
    options,
  );

let last: { readonly dimension: Dimension; readonly value: unknown; readonly read: ReadQuantity } | undefined;

/** Each question about a quantity, and then its conversion, reads the same text: it is parsed once. */
function reading(dimension: Dimension, value: unknown): ReadQuantity {
  if (last === undefined || last.value !== value || last.dimension !== dimension) {
    last = { dimension, value, read: parseQuantity(dimension, value) };
  }
  return last.read;
}

function messageOf(dimension: Dimension, value: unknown): string {
  const read = reading(dimension, value);
  return read.kind === 'ok' ? '' : read.message;
}

/** Text in base units; a size above 2^53 − 1 keeps all its digits. What no plan can use stays as it came. */
function inBaseUnits(dimension: Dimension, text: unknown): unknown {
  const read = reading(dimension, text);
  if (read.kind !== 'ok') return text;
  if (dimension !== 'bytes' || read.value <= MAX_EXACT) return read.value;
  return typeof text === 'string' && /^\d+$/.test(text.trim())
    ? BigInt(text.trim()).toString()
    : exactSize(read.value);
}

const DIGITS = { type: 'string', pattern: '^[0-9]+$', description: 'A size above 2^53 − 1.' };

/** A number in base units, or text of the dimension's syntax. */
function quantitySchema(dimension: Dimension) {
  const { base, example } = SYNTAX[dimension];
  const units = Object.keys(UNITS[dimension]).map((unit) => unit.replaceAll('/', '\\/'));
  const optionalUnit = dimension === 'count' || dimension === 'bytes' ? '?' : '';
  const pattern = `^[+-]?(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,3})? ?(${units.filter(Boolean).join('|')})${optionalUnit}$`;
  return {
    anyOf: [{ type: 'number' }, { type: 'string', maxLength: 64, pattern }],
    description: `A number (${base}) or text like ${example}.`,
  };
}

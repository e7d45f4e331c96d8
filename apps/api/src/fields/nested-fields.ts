import { Int as GraphQLInt, type ReturnTypeFunc } from '@nestjs/graphql';
import { ValidateNested } from 'class-validator';
import { defineField, type FieldOptions, type ItemJudge, type ModelClass } from './field.js';
import { judge } from './judge.js';
import { DurationScalar } from './scalars.js';
import { isStorable } from './storable.js';

export interface ListOptions extends FieldOptions {
  /** More items than this cannot be used. Answers have no limit. */
  readonly max?: number;
}

/** An object of its own class. */
export const Nested = (type: () => ModelClass, options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      // Swagger knows a lazy type by the name of its function, which is `type` only where it is written here.
      schema: { type: () => type() },
      graphql: type,
      judges: [judge('isObject', isObject, 'must be an object'), ValidateNested()],
      nested: type,
    },
    options,
  );

/** A list of objects of one class. */
export const List = (type: () => ModelClass, options: ListOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: () => [type()], ...limit(options) },
      graphql: () => [type()],
      judges: [judge('isArray', Array.isArray, 'must be a list'), ValidateNested({ each: true })],
      nested: type,
      list: { max: maxOf(options) },
    },
    options,
  );

/** A list of requests, each of which is read by itself afterwards, so that a bad one does not spoil the rest. */
export const Requests = (type: () => ModelClass, options: ListOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: () => [type()], ...limit(options) },
      graphql: () => [type()],
      judges: [judge('isArray', Array.isArray, 'must be a list')],
      list: { max: maxOf(options) },
    },
    options,
  );

/** A list of texts. */
export const Texts = (options: ListOptions = {}): PropertyDecorator =>
  plainList({ type: 'string' }, () => [String], aText, options);

/** A list of whole numbers. */
export const Ints = (options: ListOptions = {}): PropertyDecorator =>
  plainList({ type: 'integer' }, () => [GraphQLInt], anInteger, options);

/** A list of times in milliseconds, as numbers without a unit. */
export const ManyMillis = (options: ListOptions = {}): PropertyDecorator =>
  plainList({ anyOf: [{ type: 'number' }] }, () => [DurationScalar], aNumber, options);

const plainList = (
  items: { readonly type: string } | { readonly anyOf: { type: string }[] },
  graphql: ReturnTypeFunc,
  item: ItemJudge,
  options: ListOptions,
): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'array', items, ...limit(options) },
      graphql,
      judges: [
        judge('isArray', Array.isArray, 'must be a list'),
        judge('areItems', (list) => !Array.isArray(list) || list.every((one) => item(one) === undefined), ''),
      ],
      list: { max: maxOf(options), item },
    },
    options,
  );

const anInteger: ItemJudge = (item) => (Number.isInteger(item) ? undefined : 'must be an integer');

const aNumber: ItemJudge = (item) =>
  typeof item === 'number' && Number.isFinite(item) ? undefined : 'must be a number of milliseconds';

const aText: ItemJudge = (item) => {
  if (typeof item !== 'string') return 'must be a string';
  return isStorable(item) ? undefined : 'must not contain U+0000 or half of a surrogate pair';
};

const maxOf = ({ max }: ListOptions): number => max ?? Number.POSITIVE_INFINITY;

const limit = ({ max }: ListOptions): { maxItems?: number } => (max === undefined ? {} : { maxItems: max });

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { GraphQLScalarType } from 'graphql';
import { defineField, type FieldOptions } from '../fields/field.js';
import { judge } from '../fields/judge.js';
import { isObject } from '../fields/nested-fields.js';

export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Json',
  description: 'Any JSON value, as REST has it.',
  serialize: (value) => value,
});

const JsonObjectScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JsonObject',
  description: 'A JSON object, as REST has it.',
  serialize: (value) => value,
});

const ANY = [
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {} },
  { type: 'string' },
  { type: 'number' },
  { type: 'boolean' },
];

/** In answers: any JSON value. */
export const Json = (options: FieldOptions = {}): PropertyDecorator =>
  defineField({ schema: { anyOf: ANY }, graphql: () => JsonScalar, judges: [] }, options);

/** In requests: a JSON object whose members are judged by whoever reads them. */
export const JsonObject = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    {
      schema: { type: 'object', additionalProperties: true },
      graphql: () => JsonObjectScalar,
      judges: [judge('isObject', isObject, 'must be an object')],
    },
    options,
  );

import { GraphQLScalarType } from 'graphql';
import { defineField, type FieldOptions } from '../fields/field.js';

const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Json',
  description: 'Any JSON value, as REST answers it.',
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

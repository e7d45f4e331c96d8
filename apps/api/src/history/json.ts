import { GraphQLScalarType } from 'graphql';
import { defineField, type FieldOptions } from '../fields/field.js';

const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Json',
  description: 'Any JSON value, as REST answers it.',
  serialize: (value) => value,
});

/** In answers: any JSON value. */
export const Json = (options: FieldOptions = {}): PropertyDecorator =>
  defineField({ schema: {}, graphql: () => JsonScalar, judges: [] }, options);

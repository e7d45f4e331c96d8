import { ID } from '@nestjs/graphql';
import { defineField, type FieldOptions } from '../fields/field.js';

/** In answers: the id of something stored (UUIDv7). */
export const StoredId = (options: FieldOptions = {}): PropertyDecorator =>
  defineField({ schema: { type: 'string', format: 'uuid' }, graphql: () => ID, judges: [] }, options);

/** In answers: a moment, as ISO 8601 in UTC with milliseconds. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator =>
  defineField(
    { schema: { type: 'string', format: 'date-time' }, graphql: () => String, judges: [] },
    options,
  );

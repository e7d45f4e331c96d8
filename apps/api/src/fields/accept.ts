import type { Outcome, Rejection } from '@plimsoll/units';
import { problemOf } from '../problem/problem-of.js';
import type { ModelClass } from './field.js';
import { readBody } from './read-body.js';

/**
 * Reads a body and hands it to a use case: the one way in for both doors. Throws INVALID_REQUEST (400) with every field
 * that cannot be read; else INVALID_VALUE (422) with every value that cannot be used, those of the use case included.
 */
export function accept<T extends object, R>(
  type: ModelClass<T>,
  raw: unknown,
  use: (body: T) => Outcome<R>,
): R {
  const reading = readBody(type, raw);
  if (reading.kind !== 'ok') {
    throw problemOf(
      reading.rejections,
      raw,
      reading.kind === 'unreadable' ? 'INVALID_REQUEST' : 'INVALID_VALUE',
    );
  }
  const outcome = use(reading.value);
  if (outcome.kind === 'rejected') throw problemOf(joined(reading.unusable, outcome.rejections), raw);
  if (reading.unusable.length > 0) throw problemOf(reading.unusable, raw);
  return outcome.value;
}

/** What was found while reading comes first; the same field is named once. */
function joined(first: readonly Rejection[], second: readonly Rejection[]): readonly Rejection[] {
  const named = new Set(first.map(({ pointer }) => pointer));
  return [...first, ...second.filter(({ pointer }) => !named.has(pointer))];
}

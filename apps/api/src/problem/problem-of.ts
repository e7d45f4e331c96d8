import type { Rejection } from '@plimsoll/units';
import type { FieldError } from './problem.js';
import { ProblemException } from './problem-exception.js';
import type { ProblemCode } from './problems.js';
import { receivedAt } from './received.js';

/** A body that is wrong everywhere is not answered with more than this many errors. */
export const MOST_ERRORS = 1000;

/**
 * The problem of rejected fields. `received` is looked up in the body as it came (`"-1 kB"`, not −1000); rejections
 * that point nowhere in it (a missing field) have none.
 */
export function problemOf(
  rejections: readonly Rejection[],
  body: unknown,
  code: ProblemCode = 'INVALID_VALUE',
): ProblemException {
  const errors: FieldError[] = rejections
    .slice(0, MOST_ERRORS)
    .map(({ pointer, message }) => ({ pointer, message, received: receivedAt(body, pointer) }));
  return new ProblemException(code, { detail: summary(rejections), errors });
}

function summary(rejections: readonly Rejection[]): string {
  const [first] = rejections;
  if (first === undefined) return '';
  const one = first.pointer === '' ? first.message : `${first.pointer} ${first.message}`;
  if (rejections.length === 1) return one;
  const unlisted = rejections.length > MOST_ERRORS ? `, the first ${MOST_ERRORS} listed` : '';
  return `${rejections.length} errors${unlisted}; the first: ${one}`;
}

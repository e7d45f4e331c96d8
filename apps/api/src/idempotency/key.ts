import { ProblemException } from '../problem/problem-exception.js';

/** Printable ASCII without blanks, so that two headers of this name, which the server joins with ", ", are refused. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * An `Idempotency-Key` as a caller gave it; undefined where none was given.
 * @throws ProblemException INVALID_PARAMETER where it cannot be one.
 */
export function idempotencyKey(given: string | null | undefined): string | undefined {
  if (given === undefined || given === null) return undefined;
  if (KEY.test(given)) return given;
  throw new ProblemException('INVALID_PARAMETER', {
    detail: 'An Idempotency-Key has 1 to 255 printable ASCII characters and no blanks; send one at most.',
  });
}

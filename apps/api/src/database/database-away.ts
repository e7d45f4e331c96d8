import { QueryFailedError } from 'typeorm';

/** The driver gave up waiting: what the server made of the statement is unknown, and the connection cannot be used again. */
export const isNoAnswer = (error: unknown): boolean =>
  error instanceof Error && /^Query read timeout/.test(error.message);

/** The server ended a statement that took too long. */
const QUERY_CANCELED = '57014';

/** Gives an error that means "the database cannot answer now" the code by which it is known as such; others pass unchanged. */
export function databaseAway(error: unknown): unknown {
  if (
    !isNoAnswer(error) &&
    !(error instanceof QueryFailedError && Reflect.get(error, 'code') === QUERY_CANCELED)
  ) {
    return error;
  }
  return Object.assign(new Error('the database does not answer in time', { cause: error }), {
    code: 'ETIMEDOUT',
  });
}

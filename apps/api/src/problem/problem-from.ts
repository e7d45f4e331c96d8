import { HttpException } from '@nestjs/common';
import { type Problem, problem } from './problem.js';
import { ProblemException, type ProblemHeaders } from './problem-exception.js';
import type { ProblemCode } from './problems.js';
import { isUnavailable, RETRY_AFTER_SECONDS } from './unavailable.js';

/** What anything that was thrown becomes for the caller. `defect`: nobody expected it; it belongs in the log. */
export interface Refusal {
  readonly problem: Problem;
  readonly headers: ProblemHeaders;
  readonly defect: boolean;
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'INVALID_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  406: 'NOT_ACCEPTABLE',
  408: 'REQUEST_TIMEOUT',
  412: 'PRECONDITION_FAILED',
  413: 'BODY_TOO_LARGE',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'INVALID_VALUE',
  429: 'TOO_MANY_REQUESTS',
  431: 'HEADERS_TOO_LARGE',
  503: 'UNAVAILABLE',
};

/** Codes of the HTTP server that say more than their status. */
const BY_SERVER_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MALFORMED_JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'INVALID_REQUEST',
  FST_ERR_BAD_URL: 'NOT_FOUND',
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
  FST_ERR_ASYNC_CONSTRAINT: 'INVALID_REQUEST',
};

/** The problem of whatever was thrown: ours, Nest's, the HTTP server's, the database's; anything else is INTERNAL. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof ProblemException) {
    return { problem: thrown.problem, headers: thrown.headers, defect: thrown.problem.status === 500 };
  }
  if (thrown instanceof HttpException) {
    const cause = thrown.cause === undefined ? undefined : codeOfServer(thrown.cause);
    return refusal(cause ?? BY_STATUS[thrown.getStatus()]);
  }
  if (isUnavailable(thrown)) return refusal('UNAVAILABLE');
  return refusal(codeOfServer(thrown) ?? BY_STATUS[statusOf(thrown)]);
}

function refusal(code: ProblemCode | undefined): Refusal {
  if (code === undefined) return { problem: problem('INTERNAL'), headers: {}, defect: true };
  const waits = code === 'UNAVAILABLE' || code === 'TOO_MANY_REQUESTS';
  return {
    problem: problem(code),
    headers: waits ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {},
    defect: code === 'UNAVAILABLE',
  };
}

const member = (thrown: unknown, name: string): unknown =>
  typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;

function statusOf(thrown: unknown): number {
  const status = member(thrown, 'statusCode');
  return typeof status === 'number' ? status : 500;
}

function codeOfServer(thrown: unknown): ProblemCode | undefined {
  const code = member(thrown, 'code');
  return typeof code === 'string' && Object.hasOwn(BY_SERVER_CODE, code) ? BY_SERVER_CODE[code] : undefined;
}

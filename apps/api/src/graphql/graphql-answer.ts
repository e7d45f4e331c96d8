import { Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { logDefect } from '../problem/problem.filter.js';
import { type Problem, problem } from '../problem/problem.js';
import type { ProblemHeaders } from '../problem/problem-exception.js';
import { type Refusal, refusalOf } from '../problem/problem-from.js';
import { InvalidQuery } from './invalid-query.js';

/** An error as GraphQL tells it, with the problem that REST would have sent. */
export interface TellingError {
  readonly message: string;
  readonly locations?: readonly unknown[];
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly problem: Problem };
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: ProblemHeaders;
  readonly body: { readonly data?: unknown; readonly errors?: readonly TellingError[] };
}

/** What is refused by the same status as in REST, wherever it is found out. */
const AS_IN_REST: ReadonlySet<number> = new Set([401, 413, 415, 429, 503]);

const logger = new Logger('GraphQL');

/** The answer to a request that ran: 200, unless all of it was refused for a reason outside of the query. */
export function executedAnswer(data: unknown, errors: readonly GraphQLError[] | undefined): GraphqlAnswer {
  if (errors === undefined || errors.length === 0) return { status: 200, headers: {}, body: { data } };
  const told = errors.map((error) => ({ error, refusal: refusalOfExecution(error) }));
  const outside = told.find(({ refusal }) => AS_IN_REST.has(refusal.problem.status))?.refusal;
  return {
    status: outside?.problem.status ?? 200,
    headers: outside?.headers ?? {},
    body: { data: data ?? null, errors: told.map(({ error, refusal }) => tell(refusal.problem, error)) },
  };
}

/** The answer to a request that did not run: 400, or the status of REST. */
export function refusedAnswer(thrown: unknown): GraphqlAnswer {
  const errors = errorsBefore(thrown);
  if (errors !== undefined) return { status: 400, headers: {}, body: { errors } };
  const refusal = refusalOf(thrown);
  logDefect(logger, refusal, thrown);
  const { status } = refusal.problem;
  return {
    status: AS_IN_REST.has(status) || status >= 500 ? status : 400,
    headers: refusal.headers,
    body: { errors: [tell(refusal.problem)] },
  };
}

function errorsBefore(thrown: unknown): readonly TellingError[] | undefined {
  if (thrown instanceof InvalidQuery) {
    return thrown.errors.map((error) =>
      tell(problem('GRAPHQL_VALIDATION', { detail: error.message }), error),
    );
  }
  if (!(thrown instanceof GraphQLError)) return undefined;
  return [tell(problem('GRAPHQL_SYNTAX', { detail: thrown.message }), thrown)];
}

/** An error without an origin is GraphQL's own: a result that does not fit its type, a defect of ours. */
function refusalOfExecution(error: GraphQLError): Refusal {
  const thrown = error.originalError ?? error;
  const refusal = refusalOf(thrown);
  logDefect(logger, refusal, thrown);
  return refusal;
}

function tell(told: Problem, error?: GraphQLError): TellingError {
  return {
    message: told.detail,
    ...(error?.locations === undefined ? {} : { locations: error.locations }),
    ...(error?.path === undefined ? {} : { path: error.path }),
    extensions: { code: told.code, problem: told },
  };
}

import { ProblemException } from '../problem/problem-exception.js';
import type { Variables } from './bad-variables.js';

/** The body of POST /graphql. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Variables;
  readonly operationName: string | undefined;
}

/** Reads the body of POST /graphql. Throws GRAPHQL_BATCH or GRAPHQL_INVALID_REQUEST. */
export function readGraphqlRequest(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) throw new ProblemException('GRAPHQL_BATCH');
  if (typeof body !== 'object' || body === null) throw invalid('The body must be a JSON object.');
  const query: unknown = Reflect.get(body, 'query');
  const variables: unknown = Reflect.get(body, 'variables') ?? {};
  const operationName: unknown = Reflect.get(body, 'operationName') ?? undefined;
  if (typeof query !== 'string') throw invalid('query must be a string.');
  if (!isVariables(variables)) throw invalid('variables must be an object.');
  if (operationName !== undefined && typeof operationName !== 'string') {
    throw invalid('operationName must be a string.');
  }
  return { query, variables, operationName: operationName === '' ? undefined : operationName };
}

const isVariables = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (detail: string): ProblemException =>
  new ProblemException('GRAPHQL_INVALID_REQUEST', { detail });

import type { OpenAPIObject } from '@nestjs/swagger';
import { problemResponse } from '../problem/api-problems.js';
import type { ProblemCode } from '../problem/problems.js';
import { PROBLEM_SCHEMAS } from './problem-schemas.js';

export const KEY_SCHEME = 'apiKey';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/**
 * Puts in what holds for all routes alike: that they need a key, which problems they may answer with, and that a body has
 * no fields but those of its schema.
 */
export function complete(document: OpenAPIObject): OpenAPIObject {
  const paths = Object.fromEntries(
    Object.entries(document.paths)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, item]) => [path, { ...item, ...completeOperations(path, item) }]),
  );
  const schemas: Schemas = { ...document.components?.schemas, ...PROBLEM_SCHEMAS };
  const closed = reachable(schemas, bodiesOf(Object.values(paths)));
  const components = {
    ...document.components,
    schemas: Object.fromEntries(
      Object.entries(schemas)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, schema]) => [
          name,
          closed.has(name) ? { ...schema, additionalProperties: false } : schema,
        ]),
    ),
  };
  return { ...document, paths, components };
}

function completeOperations(path: string, item: OpenAPIObject['paths'][string]): Record<string, Operation> {
  const completed: Record<string, Operation> = {};
  for (const method of METHODS) {
    const operation = item[method];
    if (operation !== undefined) completed[method] = completeOperation(path, operation);
  }
  return completed;
}

function completeOperation(path: string, operation: Operation): Operation {
  const security = operation.security ?? [{ [KEY_SCHEME]: [] }];
  const responses = { ...operation.responses };
  for (const codes of usualProblems(path, operation, security.length > 0)) {
    const [status, response] = codes;
    responses[status] ??= response;
  }
  responses.default ??= {
    description: 'Any other problem.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return { ...operation, security, responses };
}

function usualProblems(
  path: string,
  operation: Operation,
  keyed: boolean,
): [string, ReturnType<typeof problemResponse>][] {
  const usual: [string, ProblemCode[]][] = [];
  const parameters = operation.parameters ?? [];
  const queried = parameters.some((parameter) => 'in' in parameter && parameter.in === 'query');
  const body = operation.requestBody !== undefined;
  if (body) usual.push(['400', ['MALFORMED_JSON', 'TOO_DEEP', 'INVALID_REQUEST']]);
  else if (queried) usual.push(['400', ['INVALID_PARAMETER']]);
  if (keyed) usual.push(['401', ['UNAUTHENTICATED']], ['403', ['FORBIDDEN']], ['503', ['UNAVAILABLE']]);
  if (path.includes('{')) usual.push(['404', ['NOT_FOUND']]);
  if (body)
    usual.push(['413', ['BODY_TOO_LARGE']], ['415', ['UNSUPPORTED_MEDIA_TYPE']], ['422', ['INVALID_VALUE']]);
  return usual.map(([status, codes]) => [status, problemResponse(codes)]);
}

/** What the bodies of requests refer to. */
function bodiesOf(items: readonly OpenAPIObject['paths'][string][]): unknown[] {
  return items.flatMap((item) => METHODS.map((method) => item[method]?.requestBody));
}

/** The schemas that are reached from here, by name. */
function reachable(schemas: Schemas, from: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const reference: unknown = Reflect.get(value, '$ref');
    const name = typeof reference === 'string' ? reference.replace('#/components/schemas/', '') : undefined;
    if (name !== undefined && !names.has(name)) {
      names.add(name);
      visit(schemas[name]);
    }
    for (const member of Object.values(value)) visit(member);
  };
  for (const start of from) visit(start);
  return names;
}

/** Every code that an answer of the service can carry. A code is never renamed: clients branch on it. */
export const PROBLEM_CODES = [
  'MALFORMED_JSON',
  'TOO_DEEP',
  'INVALID_REQUEST',
  'INVALID_PARAMETER',
  'GRAPHQL_INVALID_REQUEST',
  'GRAPHQL_SYNTAX',
  'GRAPHQL_VALIDATION',
  'GRAPHQL_BATCH',
  'GRAPHQL_TOO_LONG',
  'GRAPHQL_TOO_MANY_TOKENS',
  'GRAPHQL_TOO_DEEP',
  'GRAPHQL_TOO_MANY_FIELDS',
  'GRAPHQL_TOO_MANY_CALCULATIONS',
  'GRAPHQL_TOO_MANY_DIRECTIVES',
  'GRAPHQL_FRAGMENT_CYCLE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'REQUEST_TIMEOUT',
  'REQUEST_IN_PROGRESS',
  'PRECONDITION_FAILED',
  'BODY_TOO_LARGE',
  'URI_TOO_LONG',
  'UNSUPPORTED_MEDIA_TYPE',
  'INVALID_VALUE',
  'IDEMPOTENCY_KEY_REUSED',
  'FLINK_REJECTS_CONFIG',
  'FINDINGS_AT_OR_ABOVE',
  'PRECONDITION_REQUIRED',
  'TOO_MANY_REQUESTS',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
  'UNAVAILABLE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface ProblemRow {
  readonly status: number;
  readonly title: string;
  /** What to do about it, where the place of the error has nothing more exact to say. */
  readonly detail: string;
}

const row = (status: number, title: string, detail: string): ProblemRow => ({ status, title, detail });

/** THE table from code to status and title. A code without a row does not compile. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemRow>> = {
  MALFORMED_JSON: row(400, 'The body is not JSON', 'Send one JSON document in UTF-8.'),
  TOO_DEEP: row(400, 'The body is nested too deeply', 'No request needs more than 32 levels.'),
  INVALID_REQUEST: row(400, 'The body does not fit the schema', 'See errors for each field.'),
  INVALID_PARAMETER: row(400, 'A parameter does not fit the schema', 'See errors for each parameter.'),
  GRAPHQL_INVALID_REQUEST: row(
    400,
    'Not a GraphQL request',
    'Send { "query": "…", "variables": { … }, "operationName": "…" }.',
  ),
  GRAPHQL_SYNTAX: row(400, 'The query is not GraphQL', 'Correct the query where the location points.'),
  GRAPHQL_VALIDATION: row(400, 'The query does not fit the schema', 'See /schema.graphql.'),
  GRAPHQL_BATCH: row(400, 'Batches are refused', 'Send one operation in each request.'),
  GRAPHQL_TOO_LONG: row(400, 'The query is too long', 'Send values as variables.'),
  GRAPHQL_TOO_MANY_TOKENS: row(400, 'The query has too many tokens', 'Send values as variables.'),
  GRAPHQL_TOO_DEEP: row(400, 'The query is nested too deeply', 'Select fewer levels.'),
  GRAPHQL_TOO_MANY_FIELDS: row(400, 'The query selects too many fields', 'Select fewer fields.'),
  GRAPHQL_TOO_MANY_CALCULATIONS: row(
    400,
    'Too many calculations in one request',
    'Spread the calculations over several requests.',
  ),
  GRAPHQL_TOO_MANY_DIRECTIVES: row(400, 'Too many directives', 'Use fewer directives.'),
  GRAPHQL_FRAGMENT_CYCLE: row(400, 'A fragment spreads itself', 'Remove the cycle of fragments.'),
  UNAUTHENTICATED: row(401, 'No valid API key', 'Send Authorization: Bearer <key>.'),
  FORBIDDEN: row(403, 'The API key lacks a scope', 'Use a key that has the scope.'),
  NOT_FOUND: row(404, 'Not found', 'There is nothing here.'),
  METHOD_NOT_ALLOWED: row(405, 'Method not allowed', 'Use one of the methods that Allow lists.'),
  NOT_ACCEPTABLE: row(406, 'Not acceptable', 'Ask for a media type that this route has.'),
  REQUEST_TIMEOUT: row(408, 'The request took too long to arrive', 'Send it again.'),
  REQUEST_IN_PROGRESS: row(
    409,
    'The same request still runs',
    'Wait for the first request with this Idempotency-Key to end.',
  ),
  PRECONDITION_FAILED: row(412, 'Changed by someone else', 'Read it again, then send the ETag as If-Match.'),
  BODY_TOO_LARGE: row(413, 'The body is too large', 'A body may have 1 MiB, those of /v1/config/ 4 MiB.'),
  URI_TOO_LONG: row(414, 'The address is too long', 'Shorten the path.'),
  UNSUPPORTED_MEDIA_TYPE: row(415, 'Unsupported media type', 'Send Content-Type: application/json.'),
  INVALID_VALUE: row(422, 'A value cannot be used', 'See errors for each value.'),
  IDEMPOTENCY_KEY_REUSED: row(
    422,
    'The Idempotency-Key was used for another body',
    'Take a new key for a new request.',
  ),
  FLINK_REJECTS_CONFIG: row(422, 'Flink refuses this configuration', 'Change the options that are at odds.'),
  FINDINGS_AT_OR_ABOVE: row(422, 'Findings at or above the severity asked for', 'See findings.'),
  PRECONDITION_REQUIRED: row(428, 'If-Match is needed', 'Send the ETag that you last read, or *.'),
  TOO_MANY_REQUESTS: row(429, 'Too many requests', 'Wait as long as Retry-After says.'),
  HEADERS_TOO_LARGE: row(431, 'The headers are too large', 'Send fewer headers.'),
  INTERNAL: row(500, 'Internal error', 'This is a defect of the service; it has been logged.'),
  UNAVAILABLE: row(503, 'Not available now', 'Wait as long as Retry-After says.'),
};

/** A stable name for the kind of problem, as RFC 9457 wants it. It leads nowhere: no page is needed to read a problem. */
export const problemType = (code: ProblemCode): string =>
  `urn:plimsoll:problem:${code.toLowerCase().replaceAll('_', '-')}`;

import { type ExecutionResult, execute, type GraphQLSchema, getVariableValues, Kind } from 'graphql';
import { QUERIES_WITH_FILES } from '../problem/file-bodies.js';
import { BODY_LIMIT } from '../problem/index.js';
import { ProblemException } from '../problem/problem-exception.js';
import { badVariables, type Variables } from './bad-variables.js';
import { executedAnswer, type GraphqlAnswer, refusedAnswer } from './graphql-answer.js';
import { readGraphqlRequest } from './graphql-request.js';
import type { PreparedQuery, QueryShelf } from './prepared-query.js';

/** Answers the body of POST /graphql, which had so many bytes. Never throws. */
export async function runQuery(
  schema: GraphQLSchema,
  shelf: QueryShelf,
  body: unknown,
  context: object,
  bytes = 0,
): Promise<GraphqlAnswer> {
  try {
    const { prepared, variables } = read(shelf, body, bytes);
    if (!fits(schema, prepared, variables)) throw badVariables(schema, prepared.operation, variables);
    const { data, errors } = await run(schema, prepared, variables, context);
    return executedAnswer(data, errors);
  } catch (thrown) {
    return refusedAnswer(thrown);
  }
}

/** A body above the limit of most is too large, whatever it is, unless it is a query that asks for files. */
function read(shelf: QueryShelf, body: unknown, bytes: number) {
  const large = bytes > BODY_LIMIT;
  try {
    const { query, variables, operationName } = readGraphqlRequest(body);
    const prepared = shelf.prepare(query, operationName);
    if (!large || asksForFilesOnly(prepared)) return { prepared, variables };
  } catch (thrown) {
    if (!large) throw thrown;
  }
  throw new ProblemException('BODY_TOO_LARGE');
}

function run(
  schema: GraphQLSchema,
  { compiled, document, operation }: PreparedQuery,
  variables: Variables,
  context: object,
): Promise<ExecutionResult> | ExecutionResult {
  if (compiled !== undefined) return compiled.query({}, context, variables);
  return execute({
    schema,
    document,
    rootValue: {},
    contextValue: context,
    variableValues: variables,
    operationName: operation.name?.value,
  });
}

/**
 * Compiled queries check their variables themselves, but not as everyone else does: in words of their own, and to the
 * last of half a million wrong items. So they are checked before, and no further than the first error.
 */
function fits(schema: GraphQLSchema, { operation }: PreparedQuery, variables: Variables): boolean {
  const definitions = operation.variableDefinitions ?? [];
  const options = { maxErrors: 1, hideSuggestions: true };
  return (
    definitions.length === 0 ||
    getVariableValues(schema, definitions, variables, options).errors === undefined
  );
}

/** Whether all that a query asks for takes whole files, so that its body may be larger. */
const asksForFilesOnly = ({ operation }: PreparedQuery): boolean =>
  operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && QUERIES_WITH_FILES.has(selection.name.value),
  );

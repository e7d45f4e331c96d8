import { type ExecutionResult, execute, type GraphQLSchema, getVariableValues } from 'graphql';
import { badVariables, type Variables } from './bad-variables.js';
import { executedAnswer, type GraphqlAnswer, refusedAnswer } from './graphql-answer.js';
import { readGraphqlRequest } from './graphql-request.js';
import type { PreparedQuery, QueryShelf } from './prepared-query.js';

/** Answers the body of POST /graphql. Never throws. */
export async function runQuery(
  schema: GraphQLSchema,
  shelf: QueryShelf,
  body: unknown,
  context: object,
): Promise<GraphqlAnswer> {
  try {
    const { query, variables, operationName } = readGraphqlRequest(body);
    const prepared = shelf.prepare(query, operationName);
    if (!fits(schema, prepared, variables)) throw badVariables(schema, prepared.operation, variables);
    const { data, errors } = await run(schema, prepared, variables, context);
    return executedAnswer(data, errors);
  } catch (thrown) {
    return refusedAnswer(thrown);
  }
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

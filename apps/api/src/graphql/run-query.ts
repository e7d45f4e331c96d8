import { type ExecutionResult, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import { badVariables } from './bad-variables.js';
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
    const { data, errors } = await run(schema, prepared, variables, context);
    if (data === undefined && errors !== undefined && neverRan(errors)) {
      return refusedAnswer(badVariables(schema, prepared.operation, variables, errors));
    }
    return executedAnswer(data, errors);
  } catch (thrown) {
    return refusedAnswer(thrown);
  }
}

function run(
  schema: GraphQLSchema,
  { compiled, document, operation }: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
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

/** Only what ran has a place in the answer. */
const neverRan = (errors: readonly GraphQLError[]): boolean => errors.every(({ path }) => path === undefined);

import {
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { readBody } from '../fields/read-body.js';
import { inputNamed } from '../fields/shapes.js';
import type { ProblemException } from '../problem/problem-exception.js';
import { problemOf } from '../problem/problem-of.js';
import { InvalidQuery } from './invalid-query.js';
import { restSpelling } from './rest-spelling.js';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Why variables did not fit. A variable that is a body of ours is read again as REST would read it, so that the problem
 * is the same in both doors: every field at once, with pointers. Anything else is told in GraphQL's own words.
 */
export function badVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
  said: readonly GraphQLError[],
): ProblemException | InvalidQuery {
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const body = inputNamed(nameOf(type));
    const raw = variables[variable.name.value];
    if (body === undefined || raw === undefined || raw === null) continue;
    const reading = readBody(body, restSpelling(body, raw));
    if (reading.kind === 'unreadable') return problemOf(reading.rejections, raw, 'INVALID_REQUEST');
    const values = reading.kind === 'ok' ? reading.unusable : reading.rejections;
    if (values.length > 0) return problemOf(values, raw);
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 50,
  });
  return new InvalidQuery(coerced.errors ?? said);
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

import type { Rejection } from '@plimsoll/units';
import {
  coerceInputValue,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  type TypeNode,
  typeFromAST,
} from 'graphql';
import { readBody } from '../fields/read-body.js';
import { inputNamed } from '../fields/shapes.js';
import { pointerTo } from '../problem/pointer.js';
import type { ProblemException } from '../problem/problem-exception.js';
import { problemOf } from '../problem/problem-of.js';
import { InvalidQuery } from './invalid-query.js';
import { restSpelling } from './rest-spelling.js';

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Why variables did not fit. One that is a body of ours is read again as REST would read it, so that the problem is the
 * same in both doors: every field at once, with pointers into that body. What only GraphQL objects to is told in its
 * words, with pointers too; a variable that is missing altogether, as it was said.
 */
export function badVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): ProblemException | InvalidQuery {
  const rejections: Rejection[] = [];
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const raw = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (raw === undefined) continue;
    const body = inputNamed(nameOf(type));
    const problem = body === undefined || raw === null ? undefined : asRestWould(body, raw);
    if (problem !== undefined) return problem;
    const misfits = asGraphqlDoes(schema, type, raw);
    if (body !== undefined && misfits.length > 0) return problemOf(misfits, raw, 'INVALID_REQUEST');
    for (const { pointer, message } of misfits)
      rejections.push({ pointer: pointerTo('', name) + pointer, message });
  }
  if (rejections.length > 0) return problemOf(rejections, variables, 'INVALID_PARAMETER');
  const said = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
  return new InvalidQuery(said.errors ?? []);
}

function asRestWould(
  body: NonNullable<ReturnType<typeof inputNamed>>,
  raw: unknown,
): ProblemException | undefined {
  const reading = readBody(body, restSpelling(body, raw));
  if (reading.kind === 'unreadable') return problemOf(reading.rejections, raw, 'INVALID_REQUEST');
  const values = reading.kind === 'ok' ? reading.unusable : reading.rejections;
  return values.length > 0 ? problemOf(values, raw) : undefined;
}

function asGraphqlDoes(schema: GraphQLSchema, node: TypeNode, raw: unknown): Rejection[] {
  const type = typeFromAST(schema, node);
  const misfits: Rejection[] = [];
  if (!isInputType(type)) return misfits;
  coerceInputValue(raw, type, (path, _value, { message }) => {
    const [withoutValue = message] = message.split(': ', 1);
    misfits.push({ pointer: path.reduce<string>(pointerTo, ''), message: withoutValue });
  });
  return misfits;
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLOutputType,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { graphqlName } from '../apps/api/src/fields/enumeration.js';
import type { Client } from './stored.js';

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));

function queryField(name: string) {
  const field = schema.getQueryType()?.getFields()[name];
  const input = field?.args.find((argument) => argument.name === 'input');
  if (field === undefined || input === undefined) throw new Error(`${name} is no calculator`);
  return { answer: field.type, input: input.type };
}

/** Every field of a type, and all of those below it. */
function selection(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  return `{ ${Object.values(named.getFields())
    .map((field) => `${field.name} ${selection(field.type)}`)
    .join(' ')} }`;
}

/** The query of a calculator that selects all that there is. */
export function wholeQuery(name: string): string {
  const { answer, input } = queryField(name);
  return `query ($input: ${input}) { ${name}(input: $input) ${selection(answer)} }`;
}

/**
 * A value of REST as GraphQL has it: words of enumerations by their names, and in answers null for what is absent. Throws where
 * an answer of REST has a field that GraphQL's type has not.
 */
function spelledAs(type: GraphQLType, value: unknown): unknown {
  const nullable = getNullableType(type);
  if (value === undefined || value === null) return null;
  if (isListType(nullable)) {
    return Array.isArray(value) ? value.map((item) => spelledAs(nullable.ofType, item)) : value;
  }
  if (isEnumType(nullable)) {
    return typeof value === 'string' ? (nullable.getValue(graphqlName(value))?.name ?? value) : value;
  }
  if (typeof value !== 'object' || !(isObjectType(nullable) || isInputObjectType(nullable))) return value;
  const fields = nullable.getFields();
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  if (isObjectType(nullable) && unknown.length > 0) throw new Error(`GraphQL lacks ${unknown.join(', ')}`);
  const names = isObjectType(nullable) ? Object.keys(fields) : Object.keys(value);
  return Object.fromEntries(
    names.map((name) => {
      const field = fields[name];
      const member: unknown = Reflect.get(value, name);
      return [name, field === undefined ? member : spelledAs(field.type, member)];
    }),
  );
}

/** A body of REST as the input of a calculator's query. */
export const inputOf = (name: string, body: object): unknown =>
  spelledAs(queryField(name).input, JSON.parse(JSON.stringify(body)));

/** An answer of REST as the calculator's query must give it. */
export const answerOf = (name: string, answer: unknown): unknown =>
  spelledAs(queryField(name).answer, answer);

/** Asks a calculator by both doors, by GraphQL for every field; they must agree. Gives REST's answer or problem. */
export async function askBoth(client: Client, name: string, path: string, body: object) {
  const rest = await client.post(path, body);
  const { body: graphql } = await client.graphql(wholeQuery(name), { input: inputOf(name, body) });
  if (rest.status === 200) {
    expect(graphql.errors).toBeUndefined();
    expect(graphql.data[name]).toEqual(answerOf(name, rest.body));
  } else {
    expect(rest.type).toBe('application/problem+json');
    expect(graphql.errors).toHaveLength(1);
    expect(graphql.errors[0].extensions).toEqual({ code: rest.body.code, problem: rest.body });
  }
  return { status: rest.status, body: rest.body };
}

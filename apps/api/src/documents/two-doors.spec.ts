import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  buildSchema,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { createApplication } from '../application.js';
import { Environment } from '../environment/index.js';
import { graphqlName } from '../fields/enumeration.js';
import { graphqlText, openApiText } from './describe.js';
import { OPENAPI_FILE, SCHEMA_FILE } from './files.js';

let app: NestFastifyApplication;
let graphql: GraphQLSchema;
let schemas: Record<string, JsonSchema>;

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: (string | null)[];
  nullable?: boolean;
  $ref?: string;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  additionalProperties?: unknown;
}

beforeAll(async () => {
  const database = { kind: 'embedded', directory: '/nonexistent' } as const;
  const environment = { database, port: 0, host: '127.0.0.1', auth: 'off', logLevel: 'silent' } as const;
  app = await createApplication(new Environment(environment), null);
  await app.init();
  graphql = buildSchema(graphqlText(app));
  schemas = JSON.parse(openApiText(app)).components.schemas;
}, 30_000);
afterAll(() => app.close());

describe('the documents that are written down', () => {
  it.each([
    ['openapi.json', OPENAPI_FILE, () => openApiText(app)],
    ['schema.graphql', SCHEMA_FILE, () => graphqlText(app)],
  ])('are those of the code: %s', async (_name, file, text) => {
    expect(await readFile(file, 'utf8')).toBe(text());
  });
});

/** Pages of lists have shapes of their own in each door; what plan to make is arguments in GraphQL. */
const ONLY_REST = /^(?:PlanRequest|\w+List|\w+Page|Rest\w+)$/;
const ONLY_GRAPHQL = /^(?:Query|Mutation|__\w+|\w+Connection|\w+Edge|PageInfo)$/;

const inputNameOf = (name: string): string => `${name.replace(/Request$/, '')}Input`;

/** REST's schemas with the GraphQL types of the same name: as an answer, and as an input. */
function pairs(): [name: string, rest: JsonSchema, type: GraphQLObjectType | GraphQLInputObjectType][] {
  return Object.entries(schemas).flatMap(([name, rest]) => {
    const answer = graphql.getType(name);
    const input = schemas[`${name}Request`] ? undefined : graphql.getType(inputNameOf(name));
    return [...(isObjectType(answer) ? [answer] : []), ...(isInputObjectType(input) ? [input] : [])].map(
      (type): [string, JsonSchema, typeof type] => [type.name, rest, type],
    );
  });
}

/** `[Operator!]!` and `array of Operator` in one notation; a scalar by the JSON type that it travels as. */
const SCALARS: Readonly<Record<string, string>> = {
  Int: 'integer',
  Float: 'number',
  String: 'string',
  ID: 'string',
  Boolean: 'boolean',
  Bytes: 'quantity',
  BytesPerSecond: 'quantity',
  RecordsPerSecond: 'quantity',
  Duration: 'quantity',
  Count: 'quantity',
  Quantity: 'quantity',
  ConfigMap: 'object',
  Labels: 'object',
  JsonObject: 'object',
  Json: 'anything',
};

function kindOfRest(schema: JsonSchema): string {
  if (schema.items !== undefined) return `[${kindOfRest(schema.items)}]`;
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) return reference.replace('#/components/schemas/', '').replace(/Request$/, '');
  if (schema.enum !== undefined)
    return schema.enum
      .filter((word) => word !== null)
      .map(graphqlName)
      .sort()
      .join('|');
  if (schema.anyOf === undefined) return schema.type ?? 'anything';
  return schema.anyOf.some(({ type }) => type === 'object') ? 'anything' : 'quantity';
}

function kindOfGraphql(type: GraphQLType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${kindOfGraphql(nullable.ofType)}]`;
  const named = getNamedType(nullable);
  if (isEnumType(named))
    return named
      .getValues()
      .map(({ name }) => name)
      .sort()
      .join('|');
  return SCALARS[named.name] ?? (isInputObjectType(named) ? named.name.replace(/Input$/, '') : named.name);
}

describe('the two doors', () => {
  it('have the things of a capacity plan in common', () => {
    const names = pairs().map(([name]) => name);
    for (const name of [
      'CapacityPlan',
      'CapacityInput',
      'WorkloadInput',
      'Workload',
      'Formula',
      'Parameter',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('have the same things', () => {
    const inRest = Object.keys(schemas).filter((name) => !ONLY_REST.test(name));
    const known = new Set(inRest.flatMap((name) => [name, inputNameOf(name)]));
    const inGraphql = Object.values(graphql.getTypeMap())
      .filter((type) => isObjectType(type) || isInputObjectType(type))
      .map(({ name }) => name)
      .filter((name) => !ONLY_GRAPHQL.test(name));
    expect(inGraphql.filter((name) => !known.has(name))).toEqual([]);
    expect(inRest.filter((name) => !graphql.getType(name) && !graphql.getType(inputNameOf(name)))).toEqual(
      [],
    );
  });

  it('have the same fields, of the same kind, required and nullable alike', () => {
    for (const [name, rest, type] of pairs()) {
      const inRest = Object.entries(rest.properties ?? {}).map(([field, schema]) => {
        const may = schema.nullable === true || !rest.required?.includes(field);
        return `${name}.${field}: ${kindOfRest(schema)}${may ? '' : '!'}`;
      });
      const fields: readonly { readonly name: string; readonly type: GraphQLType }[] = Object.values(
        type.getFields(),
      );
      const inGraphql = fields
        // What a thing is asked for by arguments or leads to is a route of its own in REST.
        .filter((field) => !('args' in field && Array.isArray(field.args) && field.args.length > 0))
        .map(
          (field) =>
            `${name}.${field.name}: ${kindOfGraphql(field.type)}${isNonNullType(field.type) ? '!' : ''}`,
        );
      expect(inGraphql.sort()).toEqual(inRest.sort());
    }
  });

  it('close the bodies of requests to unknown fields', () => {
    for (const name of ['CapacityRequest', 'Workload', 'Operator', 'Cluster', 'Checkpointing']) {
      expect(schemas[name]?.additionalProperties).toBe(false);
    }
  });
});

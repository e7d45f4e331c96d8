import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { complete, KEY_SCHEME } from './complete.js';
import { GRAPHQL_PATH } from './graphql-path.js';

const DESCRIPTION = `Capacity planning for Apache Flink clusters, with the reason of every figure.

Quantities come in as bare numbers in base units (bytes, bytes/s, records/s, milliseconds) or as text with a unit
(\`"2 kB"\`, \`"10 Gbit/s"\`, \`"1 min"\`, \`"1M/s"\`), and leave as numbers in base units; a size above 2^53 − 1 is a string of
digits. An optional field may be null. Every error is problem+json; \`code\` is stable. The same is offered at \`/graphql\`.`;

/** In the order in which a reader wants them. */
const TAGS = [
  ['Calculators', 'Nothing is stored'],
  ['Profiles', 'A job and its cluster, with every version that it had'],
  ['Plans', 'What was planned from a profile; never changed'],
  ['Reference', 'The service describes its own arithmetic'],
  ['GraphQL', 'The same in one query language'],
  ['Pages', 'For people'],
  ['Documents', 'The interfaces themselves'],
] as const;

/** openapi.json of an application that was initialised; it needs no database. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Plimsoll')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of a workspace.' }, KEY_SCHEME);
  for (const [tag, about] of TAGS) builder.addTag(tag, about);
  const document = SwaggerModule.createDocument(app, builder.build(), { deepScanRoutes: true });
  return complete({ ...document, paths: { ...document.paths, '/graphql': GRAPHQL_PATH } });
}

/** The text of openapi.json. */
export const openApiText = (app: INestApplication): string =>
  `${JSON.stringify(openApiDocument(app), null, 2)}\n`;

/** The text of schema.graphql. */
export const graphqlText = (app: INestApplication): string =>
  `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;

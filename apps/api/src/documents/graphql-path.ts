import type { OpenAPIObject } from '@nestjs/swagger';

/** POST /graphql as openapi.json shows it; what it takes is in schema.graphql. */
export const GRAPHQL_PATH: OpenAPIObject['paths'][string] = {
  post: {
    operationId: 'graphql',
    tags: ['GraphQL'],
    summary: 'The same by GraphQL; the schema is at /schema.graphql',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['query'],
            properties: {
              query: { type: 'string', maxLength: 100_000 },
              variables: { type: 'object', nullable: true, additionalProperties: true },
              operationName: { type: 'string', nullable: true },
            },
          },
          example: { query: '{ formulas { id title } }' },
        },
      },
    },
    responses: {
      '200': graphqlResponse('What ran, with an error for each field that did not.'),
      '400': graphqlResponse('Nothing ran: the query or its variables do not fit.'),
      '401': graphqlResponse('No valid key.'),
      '413': graphqlResponse('The body is too large.'),
      '415': graphqlResponse('The body is not JSON.'),
      '503': graphqlResponse('Not available now.'),
    },
  },
};

function graphqlResponse(description: string) {
  const problem = { $ref: '#/components/schemas/Problem' };
  const extensions = {
    type: 'object',
    required: ['code', 'problem'],
    properties: { code: { type: 'string' }, problem },
  };
  const error = {
    type: 'object',
    required: ['message', 'extensions'],
    properties: { message: { type: 'string' }, extensions },
  };
  const schema = {
    type: 'object',
    properties: {
      data: { type: 'object', nullable: true, additionalProperties: true },
      errors: { type: 'array', items: error },
    },
  };
  return { description, content: { 'application/json': { schema } } };
}

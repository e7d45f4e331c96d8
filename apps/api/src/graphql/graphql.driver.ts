import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLSchema } from 'graphql';
import { bodySize } from '../problem/file-bodies.js';
import { afterBody } from '../problem/rest-of-body.js';
import { type GraphqlAnswer, refusedAnswer } from './graphql-answer.js';
import { QueryShelf } from './prepared-query.js';
import { runQuery } from './run-query.js';

/** What resolvers and guards see of the request. */
export interface GraphqlContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Serves Nest's schema at POST /graphql: queries are weighed before they run and compiled when they come again, and every
 * error is a problem. The body is refused here as well, so that a client of GraphQL finds its errors where it looks.
 *
 * It stands on graphql and graphql-jit alone. A server library in between kept compiled queries by their text, so that
 * the second operation of a document ran as the first; took a JSON document for a query, past every limit; kept queries
 * of any length; and told bad variables in other words once a query was compiled.
 */
export class ProblemGraphqlDriver extends AbstractGraphQLDriver<GqlModuleOptions> {
  async start({ schema, path }: GqlModuleOptions & { readonly schema?: unknown }): Promise<void> {
    if (!(schema instanceof GraphQLSchema)) throw new TypeError('There is no GraphQL schema to serve.');
    const shelf = new QueryShelf(schema);
    const fastify: FastifyInstance = this.httpAdapterHost.httpAdapter.getInstance();
    fastify.post(path ?? '/graphql', { errorHandler: refuse }, async (request, reply) => {
      const context: GraphqlContext = { req: request, reply };
      return send(reply, await runQuery(schema, shelf, request.body, context, bodySize(request)));
    });
  }

  async stop(): Promise<void> {}
}

/** What the HTTP server refuses before there is a query: no key, too large, not JSON. */
function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const answer = refusedAnswer(error);
  if (answer.status === 413) afterBody(request, () => send(reply, answer));
  else send(reply, answer);
}

function send(reply: FastifyReply, { status, headers, body }: GraphqlAnswer): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

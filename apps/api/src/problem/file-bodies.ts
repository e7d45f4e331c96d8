import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Bodies that hold whole files of configuration. */
export const FILE_LIMIT = 4 * 1024 * 1024;

const TAKES_FILES = /^\/v1\/config\//;
/** GraphQL has one route for all: what asks for no file is refused once it is known what it asks for. */
const MAY_TAKE_FILES = /^\/graphql$/;

/** What takes whole files in GraphQL: the same as below /v1/config/. */
export const QUERIES_WITH_FILES: ReadonlySet<string> = new Set([
  'parseConfig',
  'renderConfig',
  'lintConfig',
  'migrateConfig',
]);

/** Lets the routes that take files have larger bodies. Call it before routes are registered. */
export function takeFiles(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (TAKES_FILES.test(route.url) || MAY_TAKE_FILES.test(route.url)) route.bodyLimit = FILE_LIMIT;
  });
}

const sizes = new WeakMap<FastifyRequest, number>();

export const noteSize = (request: FastifyRequest, bytes: number): void => {
  sizes.set(request, bytes);
};

/** The bytes that the body of a request had. */
export const bodySize = (request: FastifyRequest): number => sizes.get(request) ?? 0;

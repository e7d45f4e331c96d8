import type { FastifyInstance } from 'fastify';

/** Where whole configuration files come in. */
const PATHS = '/v1/config/';
export const LONG_TEXT_LIMIT = 4 * 1024 * 1024;

/** Lets routes that are registered from now on take larger bodies where these are configurations. */
export function allowLongTexts(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith(PATHS)) route.bodyLimit = LONG_TEXT_LIMIT;
  });
}

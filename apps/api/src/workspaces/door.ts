import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authentication } from './authentication.js';

/**
 * Asks for the key before a body is read or a query parsed: without one, `/graphql` and everything below `/v1/`
 * answer 401 whatever was sent. What a key may do is decided by `KeyGuard`. Call it before the application is initialised.
 */
export function askForKeys(app: NestFastifyApplication): void {
  const authentication = app.get(Authentication);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (KEYED.test(request.url)) await authentication.callerOf(request);
    });
}

const KEYED = /^\/(?:graphql(?:[?/]|$)|v1(?:[?/]|$))/;

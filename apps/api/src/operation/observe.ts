import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { REQUEST_ID_HEADER } from './request-id.js';

/**
 * Every answer carries the id of its request, is counted under its route, and is one line in the log.
 * Call it before the application is initialised.
 */
export function observe(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  const readiness = app.get(Readiness);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, next) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    next();
  });
  // A connection that is kept alive would hold up the stop until its caller lets go of it.
  fastify.addHook('onSend', (_request, reply, payload, next) => {
    if (readiness.stopping) reply.header('Connection', 'close');
    next(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, next) => {
    const route = request.is404 ? 'unmatched' : (request.routeOptions.url ?? 'unmatched');
    const { method } = request;
    const status = reply.statusCode;
    metrics.answered({ method, route, status, seconds: reply.elapsedTime / 1000 });
    request.log[WATCHED.test(route) && status < 400 ? 'debug' : 'info'](
      { method, route, status, ms: Math.round(reply.elapsedTime * 1000) / 1000 },
      'request',
    );
    next();
  });
}

/** Asked every few seconds by whoever watches the service: not worth a line while all is well. */
const WATCHED = /^\/(?:health\/|metrics$)/;

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { watchRoutes } from './allowed-methods.js';
import { takeFiles } from './file-bodies.js';
import { acceptBodies } from './json-body.js';
import { PROBLEM_MEDIA_TYPE, sendRefusal } from './problem.filter.js';
import { problem } from './problem.js';
import { refusalOf } from './problem-from.js';
import type { ProblemCode } from './problems.js';

/** What a body may have, unless its route takes files. */
export const BODY_LIMIT = 1024 * 1024;

/** Options of the HTTP server, so that what it refuses by itself is a problem too. */
export const SERVER_OPTIONS = {
  bodyLimit: BODY_LIMIT,
  frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply): void =>
    sendRefusal(reply, refusalOf(error)),
  clientErrorHandler,
} as const;

/** Options of the application: bodies are read by `prepareServer`, not by Nest. */
export const APPLICATION_OPTIONS = { bodyParser: false } as const;

/** JSON is the body of all but texts of files, and a wrong method can be told from a wrong path. Call it before the application is initialised. */
export function prepareServer(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  watchRoutes(fastify);
  takeFiles(fastify);
  acceptBodies(fastify);
}

/** Bytes that are not HTTP, headers without end, a request that never ends: answered on the bare socket. */
function clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const answer = problem(codeOfSocket(error.code), { detail: 'The request could not be read as HTTP.' });
  const body = JSON.stringify(answer);
  if (socket.writable) {
    socket.end(
      `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

function codeOfSocket(code: string | undefined): ProblemCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'HEADERS_TOO_LARGE';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'REQUEST_TIMEOUT' : 'INVALID_REQUEST';
}

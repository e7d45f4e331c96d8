import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noteSize } from './file-bodies.js';
import { ProblemException } from './problem-exception.js';

/** No request of the contract comes near; what is nested deeper could overflow whoever walks it. */
export const DEEPEST = 32;

/** Where the body may also be the text of a file itself. */
const TEXT_MAY_COME = /^\/v1\/config\/lint$/;
const TEXT_TYPES = ['text/plain', 'text/yaml', 'application/yaml', 'application/x-yaml'];

/**
 * Reads every body as JSON and, but for texts of files where these may come, as nothing else (415). Keys such as `__proto__` stay plain own members: whoever reads the
 * body refuses them as unknown fields.
 */
export function acceptBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      noteSize(request, body.length);
      return parseJson(body);
    },
  );
  fastify.addContentTypeParser(
    TEXT_TYPES,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!TEXT_MAY_COME.test(request.routeOptions.url ?? '')) {
        throw new ProblemException('UNSUPPORTED_MEDIA_TYPE');
      }
      if (!isUtf8(body)) throw new ProblemException('INVALID_REQUEST', { detail: 'The text is not UTF-8.' });
      return body.toString('utf8');
    },
  );
}

/** The document of a body; undefined for an empty body. Throws MALFORMED_JSON or TOO_DEEP. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new ProblemException('MALFORMED_JSON', { detail: 'The body is not UTF-8.' });
  if (isDeeperThan(DEEPEST, body)) {
    throw new ProblemException('TOO_DEEP', { detail: `The body has more than ${DEEPEST} levels.` });
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new ProblemException('MALFORMED_JSON', { detail: whereItBreaks(error) });
  }
}

/** Where the text breaks off, without repeating any of it: it may hold secrets. */
function whereItBreaks(error: unknown): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined
    ? 'The body is not JSON: it ends too early or holds what JSON does not know.'
    : `The body is not JSON: it breaks off at character ${position}.`;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Counts brackets outside of strings, before anything is parsed. */
function isDeeperThan(limit: number, text: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const byte = text[i];
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > limit) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}

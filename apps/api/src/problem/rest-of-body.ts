import type { FastifyRequest } from 'fastify';

/** Above this nobody waits for the rest: the connection is cut. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 5_000;

/**
 * Lets the rest of a body that is refused pass by, then answers. A client that is still sending when the connection is
 * closed would see a broken pipe in place of the answer.
 */
export function afterBody({ raw }: FastifyRequest, answer: () => void): void {
  if (raw.readableEnded || raw.destroyed) {
    answer();
    return;
  }
  let passed = 0;
  let answered = false;
  const once = (): void => {
    if (answered) return;
    answered = true;
    clearTimeout(timer);
    answer();
  };
  const timer = setTimeout(once, MOST_MS);
  raw.on('data', (chunk: Buffer) => {
    passed += chunk.length;
    if (passed > MOST_BYTES) once();
  });
  raw.once('end', once);
  raw.once('close', once);
  raw.resume();
}

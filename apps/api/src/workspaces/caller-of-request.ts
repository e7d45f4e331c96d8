import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';

const callers = new WeakMap<FastifyRequest, Caller>();

export const knownCaller = (request: FastifyRequest): Caller | undefined => callers.get(request);

export const rememberCaller = (request: FastifyRequest, caller: Caller): void => {
  callers.set(request, caller);
};

/** Who sent the request. Asked about a request that was not authenticated, this is a defect. */
export function callerOfRequest(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error('an open route asked for its caller');
  return caller;
}

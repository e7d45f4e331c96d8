import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowedMethods } from './allowed-methods.js';
import { ProblemException } from './problem-exception.js';
import { type Refusal, refusalOf } from './problem-from.js';
import { afterBody } from './rest-of-body.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** Answers whatever was thrown as problem+json. GraphQL formats its own errors, so there the error goes on. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw thrown;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = refusalOf(unknownRoute(thrown, request));
    logDefect(this.logger, refusal, thrown);
    sendRefusal(http.getResponse<FastifyReply>(), refusal);
  }
}

/** Writes a defect to the log, with its stack; the caller learns nothing of it. */
export function logDefect(logger: Logger, { defect, problem }: Refusal, thrown: unknown): void {
  if (defect)
    logger.error(`${problem.code}: ${describe(thrown)}`, thrown instanceof Error ? thrown.stack : undefined);
}

const describe = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : typeof thrown);

/** Sends a refusal as problem+json, unless an answer has begun. */
export function sendRefusal(reply: FastifyReply, { problem, headers }: Refusal): void {
  if (reply.sent) return;
  const send = (): void => {
    reply.code(problem.status).headers(headers).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
  };
  if (problem.status === 413) afterBody(reply.request, send);
  else send();
}

/** A path that exists, asked for with a method that it lacks, is 405 and says which it has. */
function unknownRoute(thrown: unknown, request: FastifyRequest): unknown {
  if (!request.is404) return thrown;
  const allowed = allowedMethods(request);
  if (allowed.length === 0) return new ProblemException('NOT_FOUND', { detail: 'There is no such route.' });
  return new ProblemException('METHOD_NOT_ALLOWED', {
    detail: `${request.method} is not among the methods of this route: ${allowed.join(', ')}.`,
    headers: { Allow: allowed.join(', ') },
  });
}

import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../environment/environment.js';

/**
 * One JSON object a line on standard output. Requests are logged without their headers, bodies and query strings;
 * what could hold a key or a password is blotted out wherever else it comes from.
 */
export function logOptions(level: LogLevel): FastifyServerOptions['logger'] {
  const secret = ['authorization', 'cookie', 'password', 'key', 'secret', 'token', 'url', 'connectionString'];
  return {
    level,
    messageKey: 'message',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    base: { service: 'plimsoll' },
    redact: {
      paths: [...secret, ...secret.map((name) => `*.${name}`)],
      censor: '******',
    },
    serializers: { err: describeError },
  };
}

/** An error without the statement's parameters and the row that PostgreSQL quotes: they are what callers sent. */
function describeError(error: Error & { code?: unknown }): {
  type: string;
  message: string;
  stack: string;
  code: unknown;
} {
  return { type: error.name, code: error.code, message: error.message, stack: error.stack ?? '' };
}

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly to: FastifyBaseLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest gives the context last, and the stack before it. */
  private write(
    level: 'fatal' | 'error' | 'warn' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    if (message instanceof Error) this.to[level]({ err: message, context }, message.message);
    else this.to[level]({ context, stack }, String(message));
  }
}

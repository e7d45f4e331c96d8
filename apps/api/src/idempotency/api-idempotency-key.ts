import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { ApiProblems } from '../problem/api-problems.js';

/** In openapi.json: a POST that stores, and does so once for each key. */
export const ApiIdempotencyKey = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key and body give the first answer again.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    }),
    ApiProblems(
      'MALFORMED_JSON',
      'TOO_DEEP',
      'INVALID_REQUEST',
      'INVALID_PARAMETER',
      'REQUEST_IN_PROGRESS',
      'INVALID_VALUE',
      'IDEMPOTENCY_KEY_REUSED',
    ),
  );

import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { ApiProblems } from '../problem/api-problems.js';

/** In openapi.json: the headers of an answer that shows one version of a profile. */
export const VERSION_HEADERS = {
  ETag: { description: 'The version, in quotes.', schema: { type: 'string' } },
} as const;

/** In openapi.json: a change that says which version it replaces. */
export const ApiIfMatch = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of the version to be changed, a list of them, or *.',
      schema: { type: 'string', example: '"1"' },
    }),
    ApiProblems(
      'MALFORMED_JSON',
      'TOO_DEEP',
      'INVALID_REQUEST',
      'INVALID_PARAMETER',
      'PRECONDITION_FAILED',
      'PRECONDITION_REQUIRED',
    ),
  );

/** In openapi.json: a profile need not be sent to who has it. */
export const ApiIfNoneMatch = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiHeader({ name: 'If-None-Match', required: false, schema: { type: 'string' } }),
    ApiResponse({ status: 304, description: 'The caller has this version already.' }),
  );

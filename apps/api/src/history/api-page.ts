import { applyDecorators, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { FIRST } from './page-request.js';

/** In openapi.json: a list that is read page by page. */
export const ApiPage = (
  type: Type,
  description = 'Newest first. Large documents make a page shorter than first.',
): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'first',
      required: false,
      description: 'How many at most.',
      schema: { type: 'integer', minimum: FIRST.least, maximum: FIRST.most, default: FIRST.otherwise },
    }),
    ApiQuery({
      name: 'after',
      required: false,
      description: 'The endCursor of the page before.',
      schema: { type: 'string' },
    }),
    ApiOkResponse({ type, description }),
  );

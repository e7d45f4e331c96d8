import { ApiParam } from '@nestjs/swagger';

/** In openapi.json: the id of something stored, in the path. */
export const ApiStoredId = (): MethodDecorator & ClassDecorator =>
  ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' } });

import { Module } from '@nestjs/common';
import { CapacityController } from './capacity/capacity.controller.js';
import { CapacityResolver } from './capacity/capacity.resolver.js';
import { MEMORY_CONTROLLERS, MEMORY_RESOLVERS } from './memory/index.js';

/** The stateless doors onto the libraries. */
@Module({
  controllers: [CapacityController, ...MEMORY_CONTROLLERS],
  providers: [CapacityResolver, ...MEMORY_RESOLVERS],
})
export class CalculatorsModule {}

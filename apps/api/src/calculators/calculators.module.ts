import { Module } from '@nestjs/common';
import { CapacityController } from './capacity/capacity.controller.js';
import { CapacityResolver } from './capacity/capacity.resolver.js';
import { CHECKPOINT_CONTROLLERS, CHECKPOINT_RESOLVERS } from './checkpoints/index.js';
import { CONFIG_CONTROLLERS, CONFIG_RESOLVERS } from './config/index.js';
import { MEMORY_CONTROLLERS, MEMORY_RESOLVERS } from './memory/index.js';
import { RecoveryController, RecoveryResolver } from './recovery/index.js';

/** The stateless doors onto the libraries. */
@Module({
  controllers: [
    CapacityController,
    ...MEMORY_CONTROLLERS,
    ...CHECKPOINT_CONTROLLERS,
    RecoveryController,
    ...CONFIG_CONTROLLERS,
  ],
  providers: [
    CapacityResolver,
    ...MEMORY_RESOLVERS,
    ...CHECKPOINT_RESOLVERS,
    RecoveryResolver,
    ...CONFIG_RESOLVERS,
  ],
})
export class CalculatorsModule {}

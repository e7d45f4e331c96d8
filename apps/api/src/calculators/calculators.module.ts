import { Module } from '@nestjs/common';
import { CapacityController } from './capacity/capacity.controller.js';
import { CapacityResolver } from './capacity/capacity.resolver.js';
import { CHECKPOINT_CONTROLLERS, CHECKPOINT_RESOLVERS } from './checkpoints/index.js';
import { FILE_CONTROLLERS, FILE_RESOLVERS } from './config/file-doors.js';
import { MEMORY_CONTROLLERS, MEMORY_RESOLVERS } from './memory/index.js';
import { RecoveryController, RecoveryResolver } from './recovery/index.js';

/** The stateless doors onto the libraries. */
@Module({
  controllers: [
    CapacityController,
    ...MEMORY_CONTROLLERS,
    ...CHECKPOINT_CONTROLLERS,
    RecoveryController,
    ...FILE_CONTROLLERS,
  ],
  providers: [
    CapacityResolver,
    ...MEMORY_RESOLVERS,
    ...CHECKPOINT_RESOLVERS,
    RecoveryResolver,
    ...FILE_RESOLVERS,
  ],
})
export class CalculatorsModule {}

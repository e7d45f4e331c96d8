import { Module } from '@nestjs/common';
import { CapacityController } from './capacity/capacity.controller.js';
import { CapacityResolver } from './capacity/capacity.resolver.js';
import { CHECKPOINT_CONTROLLERS, CHECKPOINT_RESOLVERS } from './checkpoints/index.js';
import { CONFIG_CONTROLLERS, CONFIG_RESOLVERS } from './config/index.js';
import { JOB_CONTROLLERS, JOB_RESOLVERS } from './jobs/index.js';
import { LINT_CONTROLLERS, LINT_RESOLVERS } from './lint/index.js';
import { MEMORY_CONTROLLERS, MEMORY_RESOLVERS } from './memory/index.js';
import { RecoveryController, RecoveryResolver } from './recovery/index.js';
import { SLOW_TROUBLE_CONTROLLERS, SLOW_TROUBLE_RESOLVERS } from './slow-trouble/index.js';

/** The stateless doors onto the libraries. */
@Module({
  controllers: [
    CapacityController,
    ...MEMORY_CONTROLLERS,
    ...CHECKPOINT_CONTROLLERS,
    RecoveryController,
    ...SLOW_TROUBLE_CONTROLLERS,
    ...CONFIG_CONTROLLERS,
    ...LINT_CONTROLLERS,
    ...JOB_CONTROLLERS,
  ],
  providers: [
    CapacityResolver,
    ...MEMORY_RESOLVERS,
    ...CHECKPOINT_RESOLVERS,
    RecoveryResolver,
    ...SLOW_TROUBLE_RESOLVERS,
    ...CONFIG_RESOLVERS,
    ...LINT_RESOLVERS,
    ...JOB_RESOLVERS,
  ],
})
export class CalculatorsModule {}

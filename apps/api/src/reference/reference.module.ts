import { Module } from '@nestjs/common';
import { OptionsController } from './options.controller.js';
import { OptionsResolver } from './options.resolver.js';
import { ReferenceController } from './reference.controller.js';
import { ReferenceResolver } from './reference.resolver.js';

/** The service describes its own arithmetic, and what it knows of Flink. */
@Module({
  controllers: [ReferenceController, OptionsController],
  providers: [ReferenceResolver, OptionsResolver],
})
export class ReferenceModule {}

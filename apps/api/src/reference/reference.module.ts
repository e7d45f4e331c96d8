import { Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller.js';
import { ReferenceResolver } from './reference.resolver.js';

/** The service describes its own arithmetic. */
@Module({ controllers: [ReferenceController], providers: [ReferenceResolver] })
export class ReferenceModule {}

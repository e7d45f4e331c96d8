import { Module } from '@nestjs/common';
import { CapacityController } from './capacity/capacity.controller.js';
import { CapacityResolver } from './capacity/capacity.resolver.js';

/** The stateless doors onto the libraries. */
@Module({ controllers: [CapacityController], providers: [CapacityResolver] })
export class CalculatorsModule {}

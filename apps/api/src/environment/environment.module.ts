import { type DynamicModule, Module } from '@nestjs/common';
import { Environment } from './environment.js';

@Module({})
export class EnvironmentModule {}

/** The validated configuration, for whoever asks for `Environment`. */
export function environmentModule(environment: Environment): DynamicModule {
  return {
    module: EnvironmentModule,
    global: true,
    providers: [{ provide: Environment, useValue: environment }],
    exports: [Environment],
  };
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { migrateConfig } from './migrate-config.js';
import { ConfigMigrationModel, MigrateConfigRequestModel } from './migration.model.js';

@Resolver()
export class MigrateConfigResolver {
  @Query(() => ConfigMigrationModel, { description: 'A configuration as another version of Flink needs it.' })
  migrateConfig(@Args('input', { type: () => MigrateConfigRequestModel }) input: unknown): object {
    return migrateConfig(input);
  }
}

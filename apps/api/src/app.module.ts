import { type DynamicModule, Module } from '@nestjs/common';
import { CalculatorsModule } from './calculators/calculators.module.js';
import { databaseModule } from './database/index.js';
import { DocumentsModule } from './documents/documents.module.js';
import { type Environment, environmentModule } from './environment/index.js';
import { ExamplesModule } from './examples/examples.module.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { OperationModule } from './operation/operation.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ProblemModule } from './problem/index.js';
import { ProfilesModule } from './profiles/profiles.module.js';
import { ReferenceModule } from './reference/reference.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { WorkspacesModule } from './workspaces/index.js';

@Module({
  imports: [
    ProblemModule,
    GraphqlModule,
    WorkspacesModule,
    OperationModule,
    CalculatorsModule,
    ReferenceModule,
    DocumentsModule,
    ProfilesModule,
    PlansModule,
    ExamplesModule,
    ReportsModule,
  ],
})
export class AppModule {}

/** @param databaseUrl a migrated database; null: none, enough to describe the service's interfaces. */
export function appModule(environment: Environment, databaseUrl: string | null): DynamicModule {
  return { module: AppModule, imports: [environmentModule(environment), databaseModule(databaseUrl)] };
}

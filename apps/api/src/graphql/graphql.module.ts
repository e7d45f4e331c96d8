import { Module } from '@nestjs/common';
import { type GqlModuleOptions, GraphQLModule } from '@nestjs/graphql';
import { ProblemGraphqlDriver } from './graphql.driver.js';

/** Options of the schema, the same where it is served and where it is written down. */
export const SCHEMA_OPTIONS = { autoSchemaFile: true, sortSchema: true } as const;

/** The GraphQL door: its schema is made from the resolvers of the other modules. */
@Module({
  imports: [GraphQLModule.forRoot<GqlModuleOptions>({ driver: ProblemGraphqlDriver, ...SCHEMA_OPTIONS })],
})
export class GraphqlModule {}

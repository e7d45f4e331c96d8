import { GraphQLError } from 'graphql';

/** Everything that is wrong with a query that never ran. */
export class InvalidQuery extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('The query does not fit the schema');
  }
}

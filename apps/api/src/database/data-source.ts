import { DataSource, getMetadataArgsStorage } from 'typeorm';

/** Connections of one instance. More would only wait for the processor on the database's side. */
export const POOL_SIZE = 10;

/**
 * The connections to the database at `url`, not opened yet. It knows every class marked `@Entity` that the application's modules
 * have imported. Rows that belong to a workspace are read and written through `WorkspaceTransactions` only.
 */
export function dataSourceOf(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    schema: 'public',
    entities: getMetadataArgsStorage().tables.flatMap(({ target }) =>
      typeof target === 'function' ? [target] : [],
    ),
    applicationName: 'plimsoll',
    installExtensions: false,
    logging: false,
    poolSize: POOL_SIZE,
    connectTimeoutMS: 5000,
    extra: {
      // The server ends a statement after this; a server that no longer answers at all is given up a little later.
      statement_timeout: 10_000,
      query_timeout: 12_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
  });
}

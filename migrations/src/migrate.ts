import { Client } from 'pg';
import { DataSource, QueryFailedError } from 'typeorm';
import { FirstTables1763700000000 } from './1763700000000-first-tables.js';
import { ensureApplicationRole } from './application-role.js';
import { DatabaseRefused } from './database-refused.js';

/** Any constant will do; it only has to be the same in every instance of every release. */
const MIGRATION_LOCK = 7_215_406_213;
const OLDEST_SERVER = 14;
const INSUFFICIENT_PRIVILEGE = '42501';

const MIGRATIONS = [FirstTables1763700000000];

/**
 * Brings the database at `url` to this release's tables and makes sure that the application role exists.
 * An advisory lock on a connection of its own lets exactly one of several instances do the work;
 * the others wait and then find nothing left to do.
 * @returns the names of the migrations that this call ran, in order; empty where another was quicker.
 * @throws DatabaseRefused where the server is too old or the user lacks a privilege.
 */
export async function migrate(url: string): Promise<string[]> {
  const lock = new Client({ connectionString: url, application_name: 'plimsoll migration lock' });
  await lock.connect();
  try {
    await refuseOldServer(lock);
    await lock.query('set statement_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureApplicationRole(lock);
    await refuseForeignSchema(lock);
    return await runMigrations(url);
  } finally {
    await lock.end();
  }
}

async function runMigrations(url: string): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    schema: 'public',
    migrations: MIGRATIONS,
    migrationsTableName: 'plimsoll_migrations',
    installExtensions: false,
    applicationName: 'plimsoll migration',
    poolSize: 1,
    logging: false,
  });
  await dataSource.initialize();
  try {
    const ran = await dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } catch (error) {
    throw error instanceof QueryFailedError && Reflect.get(error, 'code') === INSUFFICIENT_PRIVILEGE
      ? new DatabaseRefused(
          `The database user may not migrate: ${error.message}. ` +
            'Log in as the user that made the tables, or make that user grant itself to yours.',
        )
      : error;
  } finally {
    await dataSource.destroy();
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const server = rows[0];
  if (server && server.number < OLDEST_SERVER * 10_000) {
    throw new DatabaseRefused(
      `PostgreSQL ${server.version} is too old: Plimsoll needs version ${OLDEST_SERVER} or later.`,
    );
  }
}

async function refuseForeignSchema(client: Client): Promise<void> {
  const { rows } = await client.query<{ user: string; database: string; may: boolean; migrated: boolean }>(
    `select current_user::text as "user", current_database()::text as database,
            has_schema_privilege('public', 'create') as may,
            to_regclass('public.plimsoll_migrations') is not null as migrated`,
  );
  const row = rows[0];
  if (row && !row.may && !row.migrated) {
    throw new DatabaseRefused(
      `The database user "${row.user}" may not create tables in the schema public of the database "${row.database}". ` +
        `Its owner has to run: grant create, usage on schema public to "${row.user}";`,
    );
  }
}

import { rmSync } from 'node:fs';

/** After the end-to-end tests: nothing stays, neither the throw-away server nor databases on a given one. */
export default async function tearDown() {
  const { server, directory, url, prefix } = globalThis.plimsollTestServer ?? {};
  if (server !== undefined) {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  } else if (url !== undefined) {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
    await client.end();
  }
}

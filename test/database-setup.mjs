import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'apps/api/dist/database/index.js');

/**
 * Before the end-to-end tests: a server (the one of DATABASE_URL, or a throw-away embedded one) and on it a migrated
 * database, of which each spec file gets a copy (see start-app.ts).
 */
export default async function setUp() {
  build();
  const { startEmbedded } = await import(built);
  const { migrate } = await import(path.join(root, 'migrations/dist/index.js'));
  const { default: pg } = await import('pg');

  const directory = process.env.DATABASE_URL ? undefined : throwAwayDirectory();
  const server = directory === undefined ? undefined : await startEmbedded(directory, { durable: false });
  const url = server?.url ?? process.env.DATABASE_URL;
  const prefix = `plimsoll_test_${process.pid}_`;
  const template = `${prefix}template`;

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate(withDatabase(url, template));

  globalThis.plimsollTestServer = { server, directory, url, prefix };
  // Workers inherit the environment. What is tested must not read the URL by itself.
  process.env.PLIMSOLL_TEST_SERVER = url;
  process.env.PLIMSOLL_TEST_PREFIX = prefix;
}

/** What runs outside of Jest, the service's own process and this set-up, runs what was built: it has to be of now. */
function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-b'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0 && !existsSync(built)) throw new Error('npm run build fails');
}

/** /var/tmp where there is one: /tmp may be in memory, which the database then takes from the tests. */
function throwAwayDirectory() {
  const directory = mkdtempSync(
    path.join(existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir(), 'plimsoll-test-'),
  );
  chmodSync(directory, 0o711);
  return directory;
}

function withDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

import { randomBytes } from 'node:crypto';
import { migrate } from '@plimsoll/migrations';
import { Client } from 'pg';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import {
  dropDatabase,
  emptyDatabase,
  freshDatabase,
  onServer,
  type StartedApp,
  startApp,
} from '../../../../test/start-app.js';

const ran: string[] = [];
const databases: string[] = [];
const users: string[] = [];

afterAll(async () => {
  for (const url of databases) await dropDatabase(url);
  for (const user of users) await onServer(`drop owned by ${user}`).then(() => onServer(`drop role ${user}`));
});

async function empty(): Promise<string> {
  const url = await emptyDatabase();
  databases.push(url);
  return url;
}

/** A database that belongs to a new user with these attributes, and its address for that user. */
async function emptyOwnedBy(attributes: string): Promise<string> {
  const user = `plimsoll_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create role ${user} login password 'secret' ${attributes}`);
  users.push(user);
  const url = new URL(await empty());
  await onServer(`alter database ${url.pathname.slice(1)} owner to ${user}`);
  const asAdministrator = await open(url.href);
  await asAdministrator.query(`grant create, usage on schema public to ${user}`);
  await asAdministrator.end();
  url.username = user;
  url.password = 'secret';
  return url.href;
}

async function open(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

const isMember = (user: string) =>
  `select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member where r.rolname = 'plimsoll_app' and u.rolname = '${user}'`;

describe('the migrations', () => {
  it('are run by one of several instances that start at the same moment', async () => {
    const url = await empty();
    const names = (await Promise.all(Array.from({ length: 5 }, () => migrate(url)))).flat();
    expect(names).toEqual(['FirstTables1763700000000']);
    expect(await migrate(url)).toEqual([]);
  });

  it('of two databases of one server can run at the same moment', async () => {
    const urls = [await empty(), await empty(), await empty()];
    const names = await Promise.all(urls.map(migrate));
    expect(names.map((each) => each.length)).toEqual([1, 1, 1]);
  });

  it('make the tables, columns and indexes that the entities expect', async () => {
    let started: StartedApp | undefined;
    const url = await freshDatabase();
    databases.push(url);
    try {
      started = await startApp();
      const dataSource = new DataSource({
        type: 'postgres',
        url,
        schema: 'public',
        installExtensions: false,
        entities: getMetadataArgsStorage().tables.flatMap(({ target }) =>
          typeof target === 'function' ? [target] : [],
        ),
      });
      await dataSource.initialize();
      const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
      await dataSource.destroy();
      ran.push(...upQueries.map(({ query }) => query));
      expect(ran.filter((query) => !query.includes('CONSTRAINT'))).toEqual([]);
    } finally {
      await started?.stop();
    }
  });
});

describe('a user who is not a superuser', () => {
  it('can migrate as the owner of the database with CREATEROLE, and sees no plans of its tenants', async () => {
    // The role is the server's and may exist already: then its administrator grants it.
    const url = await emptyOwnedBy('createrole');
    const user = new URL(url).username;
    const administrator = await open(process.env.PLIMSOLL_TEST_SERVER ?? '');
    const { rows } = await administrator.query(
      `select current_setting('server_version_num')::int as version`,
    );
    if (rows[0].version >= 160_000) await administrator.query(`grant plimsoll_app to ${user}`);
    await migrate(url);
    expect((await administrator.query(isMember(user))).rowCount).toBe(1);
    await administrator.end();

    const client = await open(url);
    const workspace = '019a0b0c-0000-7000-8000-000000000001';
    await client.query(`insert into workspaces values ($1, 'acme')`, [workspace]);
    await client.query(
      `begin; set local role plimsoll_app; set local plimsoll.workspace = '${workspace}'; insert into profiles values ('${workspace}', '${workspace}', 1, now()); commit`,
    );
    expect((await client.query('select * from profiles')).rowCount).toBe(0);
    expect((await client.query('select * from workspaces')).rowCount).toBe(1);

    await client.query(
      `insert into api_keys (workspace_id, id, name, key_hash, scopes) values ($1, $1, 'k', sha256('key'), '{admin}')`,
      [workspace],
    );
    await client.query('begin; set local role plimsoll_app');
    const found = await client.query(`select workspace_id from plimsoll_caller(sha256('key'))`);
    await client.query('rollback');
    expect(found.rows).toEqual([{ workspace_id: workspace }]);
    await client.end();
  });

  it('is told what an administrator has to run where it may not act as the application role', async () => {
    const url = await emptyOwnedBy('nocreaterole');
    const { username } = new URL(url);
    await expect(migrate(url)).rejects.toMatchObject({
      name: 'DatabaseRefused',
      message: expect.stringContaining(`grant plimsoll_app to "${username}"`),
    });
    await onServer(`grant plimsoll_app to ${username}`);
    expect(await migrate(url)).toHaveLength(1);
  });

  it('is told what is missing where it may not create tables', async () => {
    const url = new URL(await emptyOwnedBy('nocreaterole'));
    await onServer(`grant plimsoll_app to ${url.username}`);
    const other = new URL(await empty());
    const administrator = await open(other.href);
    await administrator.query('revoke create on schema public from public');
    await administrator.end();
    other.username = url.username;
    other.password = url.password;
    await expect(migrate(other.href)).rejects.toMatchObject({
      name: 'DatabaseRefused',
      message: expect.stringContaining('grant create, usage on schema public'),
    });
  });
});

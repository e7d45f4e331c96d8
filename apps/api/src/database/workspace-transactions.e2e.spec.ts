import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type StartedApp, startApp } from '../../../../test/start-app.js';
import { Workspaces } from '../workspaces/index.js';
import { WorkspaceTransactions } from './workspace-transactions.js';

const TABLES = ['profiles', 'profile_versions', 'plans', 'idempotency_keys', 'shipped_examples'];

describe('the walls between workspaces', () => {
  let started: StartedApp;
  let transactions: WorkspaceTransactions;
  let dataSource: DataSource;
  let acme: string;
  let umbrella: string;
  let planOfAcme: string;

  beforeAll(async () => {
    started = await startApp({ auth: 'keys' });
    transactions = started.app.get(WorkspaceTransactions);
    dataSource = started.app.get(DataSource);
    const workspaces = started.app.get(Workspaces);
    acme = await workspaces.idOf('acme', { orMake: true });
    umbrella = await workspaces.idOf('umbrella', { orMake: true });
    planOfAcme = await storePlan(acme, 'of acme');
    await storePlan(umbrella, 'of umbrella');
  });
  afterAll(() => started.stop());

  async function storePlan(workspaceId: string, document: string): Promise<string> {
    const [profile, plan] = [uuidv7(), uuidv7()];
    await transactions.run(workspaceId, async (manager) => {
      await manager.query('insert into profiles values ($1, $2, 1, now())', [workspaceId, profile]);
      await manager.query(`insert into profile_versions values ($1, $2, 1, now(), '{}')`, [
        workspaceId,
        profile,
      ]);
      await manager.query('insert into plans values ($1, $2, $3, 1, now(), $4)', [
        workspaceId,
        plan,
        profile,
        document,
      ]);
      await manager.query(`insert into idempotency_keys values ($1, 'createPlan', 'k', 'h', $2, now())`, [
        workspaceId,
        plan,
      ]);
      await manager.query(`insert into shipped_examples values ($1, 'e', $2, $3)`, [
        workspaceId,
        profile,
        plan,
      ]);
    });
    return plan;
  }

  const refusal = (work: (manager: EntityManager) => Promise<unknown>, as = acme) =>
    transactions.run(as, work).then(
      () => 'done',
      (error: unknown) => String(Reflect.get(Object(error), 'code')),
    );

  it.each(TABLES)('leak nothing of %s through a forgotten where', async (table) => {
    const rows: { workspace_id: string }[] = await transactions.run(acme, (manager) =>
      manager.query(`select * from ${table}`),
    );
    expect(rows.map((row) => row.workspace_id)).toEqual([acme]);
  });

  it.each([...TABLES, 'workspaces'])('show nothing of %s where no workspace was named', async (table) => {
    expect(await transactions.outside((manager) => manager.query(`select * from ${table}`))).toEqual([]);
  });

  it('show a workspace itself only, and no keys at all', async () => {
    expect(await transactions.run(acme, (manager) => manager.query('select name from workspaces'))).toEqual([
      { name: 'acme' },
    ]);
    expect(await refusal((manager) => manager.query('select * from api_keys'))).toBe('42501');
  });

  it('refuse a row for another workspace', async () => {
    const insert = (manager: EntityManager) =>
      manager.query('insert into profiles values ($1, $2, 1, now())', [umbrella, uuidv7()]);
    expect(await refusal(insert)).toBe('42501');
  });

  it("refuse a row that refers to another workspace's row", async () => {
    const [theirs] = await transactions.run(umbrella, (manager) => manager.query('select id from profiles'));
    const insert = (manager: EntityManager) =>
      manager.query(`insert into profile_versions values ($1, $2, 2, now(), '{}')`, [acme, theirs.id]);
    expect(await refusal(insert)).toBe('23503');
  });

  it('let the same idempotency key be used in each workspace', async () => {
    const count = (workspaceId: string) =>
      transactions.run(workspaceId, (manager) =>
        manager.query(`select count(*)::int as n from idempotency_keys where key = 'k'`),
      );
    expect([await count(acme), await count(umbrella)]).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });

  it.each([
    ['update plans set document = $1', 'x'],
    ['delete from plans where document <> $1', 'x'],
    ['update profile_versions set document = $1', 'x'],
    ['delete from profile_versions where document <> $1', 'x'],
    ['delete from profiles where id::text <> $1', 'x'],
    ['update workspaces set name = $1', 'x'],
  ])('refuse: %s', async (statement, value) => {
    expect(await refusal((manager) => manager.query(statement, [value]))).toBe('42501');
  });

  it('refuse to truncate and to switch themselves off', async () => {
    expect(await refusal((manager) => manager.query('truncate plans'))).toBe('42501');
    expect(await refusal((manager) => manager.query('alter table plans disable row level security'))).toBe(
      '42501',
    );
  });

  it('refuse a change of a plan even to the owner of the table', async () => {
    const change = dataSource.query(`update plans set document = 'x' where id = $1`, [planOfAcme]);
    await expect(change).rejects.toMatchObject({ code: '23001' });
  });

  it('stand on a role that is neither superuser nor bypasses row-level security', async () => {
    const rows = await transactions.outside((manager) =>
      manager.query(
        'select rolname, rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = current_user',
      ),
    );
    expect(rows).toEqual([
      { rolname: 'plimsoll_app', rolsuper: false, rolbypassrls: false, rolcanlogin: false },
    ]);
  });

  it('guard every table that belongs to a workspace, for its owner too', async () => {
    const open = await dataSource.query(
      `select relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
        where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  it('begin every key of a table with the workspace, but for the hash of an API key', async () => {
    const keys: { name: string }[] = await dataSource.query(
      `select i.indexrelid::regclass::text as name
         from pg_index i join pg_class c on c.oid = i.indrelid
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
        where c.relnamespace = 'public'::regnamespace and i.indkey[0] <> a.attnum`,
    );
    expect(keys.map(({ name }) => name)).toEqual(['api_keys_key_hash_key']);
  });

  it('undo all of a unit of work that fails, and leave its connection clean', async () => {
    const profile = uuidv7();
    const work = transactions.run(acme, async (manager) => {
      await manager.query('insert into profiles values ($1, $2, 1, now())', [acme, profile]);
      throw new Error('no further');
    });
    await expect(work).rejects.toThrow('no further');
    const left = await transactions.run(acme, (manager) =>
      manager.query('select 1 from profiles where id = $1', [profile]),
    );
    expect(left).toEqual([]);
    const [session] = await dataSource.query(
      `select current_user = session_user as own, current_setting('plimsoll.workspace', true) as workspace`,
    );
    expect(session.own).toBe(true);
    expect(session.workspace ?? '').toBe('');
  });

  it('keep units of work of two workspaces apart that run at the same moment', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const workspaceId = index % 2 === 0 ? acme : umbrella;
        return transactions.run(workspaceId, async (manager) => {
          await manager.query('select pg_sleep(0.002)');
          const rows: { workspace_id: string }[] = await manager.query(
            'select distinct workspace_id from plans',
          );
          return rows.every((row) => row.workspace_id === workspaceId) && rows.length === 1;
        });
      }),
    );
    expect(seen).not.toContain(false);
  });

  it('take nothing but a UUID for a workspace', async () => {
    await expect(transactions.run(`${acme}'; drop table plans; --`, async () => {})).rejects.toThrow('UUID');
  });

  it('say that the database is away where a statement takes too long', async () => {
    const slow = transactions.run(acme, (manager) =>
      manager.query(`set local statement_timeout = 50; select pg_sleep(5)`),
    );
    await expect(slow).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import {
  dataDirectory,
  embeddedServer,
  type ServiceProcess,
  startProcess,
} from '../../../test/service-process.js';
import { dropDatabase, emptyDatabase } from '../../../test/start-app.js';
import { PROFILE } from '../../../test/stored.js';

const KEY = path.resolve('apps/api/dist/workspaces/key.js');

let directory: string;
const running: ServiceProcess[] = [];

function start(variables: Record<string, string> = {}): ServiceProcess {
  const service = startProcess({ PLIMSOLL_DATA: directory, ...variables });
  running.push(service);
  return service;
}

/** Processes that have the data directory in their command line or work in it: the database's. */
function databaseProcesses(): string[] {
  return execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`-D ${directory}/`));
}

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  });

async function savePlan(url: string): Promise<string> {
  const profile = await post(`${url}/v1/profiles`, PROFILE).then((answer) => answer.json());
  const plan = await post(`${url}/v1/profiles/${profile.id}/plans`, {});
  expect(plan.status).toBe(201);
  return (await plan.json()).id;
}

beforeEach(() => {
  directory = dataDirectory();
});
afterEach(async () => {
  for (const service of running.splice(0)) {
    if (service.process.exitCode === null) service.process.kill('SIGKILL');
    await service.ended;
  }
  const server = embeddedServer(directory);
  if (server !== undefined && databaseProcesses().length > 0) process.kill(server.pid, 'SIGQUIT');
  while (databaseProcesses().length > 0) await setTimeout(20);
  rmSync(directory, { recursive: true, force: true });
});

describe('the service with its embedded database', () => {
  it('says where to look, keeps its data over a restart, and leaves no process behind', async () => {
    const first = start();
    const url = await first.ready;
    const plan = await savePlan(url);
    expect(first.output()).toContain(`${url}/docs`);
    first.process.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(databaseProcesses()).toEqual([]);

    const second = start();
    const again = await fetch(`${await second.ready}/v1/plans/${plan}`);
    expect(again.status).toBe(200);
    second.process.kill('SIGINT');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);

  it('takes over the database that a killed process left running, with all that was acknowledged, and stops it', async () => {
    const first = start();
    const plan = await savePlan(await first.ready);
    const orphan = embeddedServer(directory);
    first.process.kill('SIGKILL');
    await first.ended;
    expect(databaseProcesses()).toHaveLength(1);

    const second = start();
    const url = await second.ready;
    expect(embeddedServer(directory)?.pid).toBe(orphan?.pid);
    expect((await fetch(`${url}/v1/plans/${plan}`)).status).toBe(200);
    second.process.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);

  it('recovers where service and database were killed together', async () => {
    const first = start();
    const plan = await savePlan(await first.ready);
    first.process.kill('SIGKILL');
    process.kill(embeddedServer(directory)?.pid ?? 0, 'SIGKILL');
    await first.ended;

    const second = start();
    expect((await fetch(`${await second.ready}/v1/plans/${plan}`)).status).toBe(200);
  }, 60_000);

  it('is shared by two starts at once on one empty directory; the last one to leave stops it', async () => {
    const [one, two] = [start(), start()];
    const [first, second] = await Promise.all([one.ready, two.ready]);
    expect(databaseProcesses()).toHaveLength(1);
    const plan = await savePlan(first);

    one.process.kill('SIGTERM');
    expect((await one.ended).code).toBe(0);
    expect((await fetch(`${second}/v1/plans/${plan}`)).status).toBe(200);
    two.process.kill('SIGTERM');
    expect((await two.ended).code).toBe(0);
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);

  it('finishes the request that has begun before it stops, and takes no new one', async () => {
    const service = start();
    const url = await service.ready;
    const plan = await savePlan(url);
    const blocker = new Client({ connectionString: embeddedServer(directory)?.url });
    await blocker.connect();
    await blocker.query('begin; lock table plans in access exclusive mode');
    const answer = fetch(`${url}/v1/plans/${plan}`);
    await waiting(blocker);

    service.process.kill('SIGTERM');
    const asked = performance.now();
    await setTimeout(300);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    await blocker.query('commit');
    await blocker.end();
    expect((await answer).status).toBe(200);
    expect((await service.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);

  it('ends at once on a second signal, and still leaves no database behind', async () => {
    const service = start();
    const url = await service.ready;
    const plan = await savePlan(url);
    const blocker = new Client({ connectionString: embeddedServer(directory)?.url });
    blocker.on('error', () => {});
    await blocker.connect();
    await blocker.query('begin; lock table plans in access exclusive mode');
    const answer = fetch(`${url}/v1/plans/${plan}`).catch(() => 'gone');
    await waiting(blocker);

    service.process.kill('SIGTERM');
    await setTimeout(100);
    service.process.kill('SIGTERM');
    expect((await service.ended).code).toBe(1);
    expect(await answer).toBe('gone');
    for (let tries = 0; databaseProcesses().length > 0 && tries < 100; tries++) await setTimeout(20);
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);

  it('stops in order when the signal comes during the start', async () => {
    const service = start();
    while (!existsSync(path.join(directory, 'users'))) await setTimeout(10);
    service.process.kill('SIGTERM');
    expect(await service.ended).toEqual({ code: 0, signal: null });
    expect(service.output()).not.toContain('"ready"');
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);

  it('keeps its files and its password from other users', async () => {
    const service = start();
    await service.ready;
    const mode = (name: string) => statSync(path.join(directory, name)).mode & 0o777;
    expect(mode('postgres')).toBe(0o700);
    expect(mode('postgres/plimsoll.password')).toBe(0o600);
    expect(mode('users')).toBe(0o700);
    expect(readdirSync(directory).sort()).toEqual(['postgres', 'postgres.log', 'users']);
    const { port } = new URL(embeddedServer(directory)?.url ?? '');
    const stranger = new Client({
      host: '127.0.0.1',
      port: Number(port),
      user: 'postgres',
      password: 'guess',
    });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  }, 60_000);

  it('makes, lists and revokes keys while it runs', async () => {
    const service = start({ AUTH: 'keys' });
    const url = await service.ready;
    const npmRunKey = (...args: string[]) =>
      execFileSync(process.execPath, [KEY, ...args], {
        env: { PLIMSOLL_DATA: directory },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    const key = npmRunKey('create', '--workspace', 'acme', '--name', 'ci', '--scopes', 'plans:read').trim();
    const status = async () =>
      (await fetch(`${url}/v1/profiles`, { headers: { Authorization: `Bearer ${key}` } })).status;
    expect(await status()).toBe(200);
    expect((await fetch(`${url}/v1/profiles`)).status).toBe(401);

    const list = npmRunKey('list');
    expect(list).toContain('acme\tci\tplans:read');
    expect(list + service.output()).not.toContain(key.slice(-43));
    npmRunKey('revoke', key);
    await setTimeout(2100);
    expect(await status()).toBe(401);
  }, 60_000);
});

describe('a start that is refused', () => {
  it('names every problem of the environment, without a stack', async () => {
    const service = start({ AUTH: 'off', HOST: '0.0.0.0', PORT: 'x', LOG_LEVEL: 'loud' });
    expect((await service.ended).code).toBe(1);
    const lines = service.output().trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'AUTH=off']);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('says that the database does not answer, without a stack and without its password', async () => {
    const service = start({ DATABASE_URL: 'postgres://plimsoll:hunter2@127.0.0.1:1/plimsoll' });
    expect((await service.ended).code).toBe(1);
    expect(service.output()).toMatch(/^Plimsoll does not start: .*ECONNREFUSED.*\n$/);
  });

  it('says that the port is taken, and leaves no database behind', async () => {
    const first = start();
    const { port } = new URL(await first.ready);
    const second = start({ PORT: port });
    expect((await second.ended).code).toBe(1);
    expect(second.output()).toContain('EADDRINUSE');
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    first.process.kill('SIGTERM');
    await first.ended;
    expect(databaseProcesses()).toEqual([]);
  }, 60_000);
});

describe('the service with a database of its own', () => {
  it('migrates once where two instances start at once on one empty database', async () => {
    const url = await emptyDatabase();
    try {
      const [one, two] = [
        start({ DATABASE_URL: url, HOST: '127.0.0.1' }),
        start({ DATABASE_URL: url, HOST: '127.0.0.1' }),
      ];
      for (const address of await Promise.all([one.ready, two.ready])) {
        expect((await fetch(`${address}/health/ready`)).status).toBe(200);
        expect((await fetch(`${address}/v1/profiles`)).status).toBe(401);
      }
      const client = new Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query('select name from plimsoll_migrations');
      await client.end();
      expect(rows).toEqual([{ name: 'FirstTables1763700000000' }]);
    } finally {
      for (const service of running) service.process.kill('SIGTERM');
      for (const service of running) expect((await service.ended).code).toBe(0);
      await dropDatabase(url);
    }
  }, 60_000);
});

/** Resolves when some connection waits for the lock that `blocker` holds. */
async function waiting(blocker: Client): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await blocker.query('select count(*)::int as n from pg_locks where not granted');
    if (rows[0].n > 0) return;
    await setTimeout(20);
  }
  throw new Error('no request came to wait');
}

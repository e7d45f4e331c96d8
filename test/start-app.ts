import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { createApplication } from '../apps/api/src/application.js';
import { Environment } from '../apps/api/src/environment/index.js';
import { ApiKeys, DefaultWorkspace, SCOPES, type ScopeName } from '../apps/api/src/workspaces/index.js';

/** A running service on a database of its own. */
export interface StartedApp {
  readonly app: NestFastifyApplication;
  /** For supertest: `request(started.server).get('/v1/…')`. */
  readonly server: Server;
  /** The address of the fresh database, logged in as the tables' owner. */
  readonly databaseUrl: string;
  /** The workspace of every request where `auth` is off. */
  readonly workspaceId: string;
  /** Makes a key; the workspace is made with its first key. All scopes unless named. */
  key(workspace: string, scopes?: readonly ScopeName[]): Promise<string>;
  /** Ends the service and drops its database. Call it in `afterAll`. */
  stop(): Promise<void>;
}

/**
 * Starts the whole service in this process on a fresh, migrated database. Call it in `beforeAll`, once for each spec file.
 * @param auth `off`: requests need no key and belong to the workspace default.
 */
export async function startApp({ auth = 'off' }: { auth?: 'keys' | 'off' } = {}): Promise<StartedApp> {
  const databaseUrl = await freshDatabase();
  const environment = new Environment({
    database: { kind: 'url', url: databaseUrl },
    port: 0,
    host: '127.0.0.1',
    auth,
    logLevel: process.env.PLIMSOLL_TEST_LOG ? 'debug' : 'silent',
  });
  const app = await createApplication(environment, databaseUrl);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    server: app.getHttpServer(),
    databaseUrl,
    workspaceId: auth === 'off' ? app.get(DefaultWorkspace).id : '',
    key: async (workspace, scopes = SCOPES) => (await app.get(ApiKeys).create(workspace, 'test', scopes)).key,
    stop: async () => {
      await app.close();
      await dropDatabase(databaseUrl);
    },
  };
}

/** The address of a new database with all tables and no rows, copied from the one that the set-up migrated. */
export async function freshDatabase(): Promise<string> {
  const name = `${setting('PLIMSOLL_TEST_PREFIX')}${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${setting('PLIMSOLL_TEST_PREFIX')}template`);
  return addressOf(name);
}

/** The address of a new database without any table. */
export async function emptyDatabase(): Promise<string> {
  const name = `${setting('PLIMSOLL_TEST_PREFIX')}${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  return addressOf(name);
}

export async function dropDatabase(url: string): Promise<void> {
  await onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

/** Runs one statement on the test server as its administrator. */
export async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: setting('PLIMSOLL_TEST_SERVER') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function addressOf(database: string): string {
  const url = new URL(setting('PLIMSOLL_TEST_SERVER'));
  url.pathname = `/${database}`;
  return url.href;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this in the jest project e2e`);
  return value;
}

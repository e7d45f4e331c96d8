import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { openCluster, SUPERUSER } from './cluster.js';
import type { Database } from './database.js';
import { DatabaseUsers } from './database-users.js';
import { EmbeddedRefused } from './embedded-refused.js';
import { nativeBinaries } from './native-binaries.js';
import { ownDirectory } from './own-directory.js';
import {
  clearStalePidFile,
  type Launch,
  launch,
  type Postmaster,
  runningPostmaster,
  signal,
  stopPostmaster,
} from './postmaster.js';
import { type ServerAccount, serverAccount, unreachablePart } from './server-account.js';

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  // A socket's path may have 107 bytes only, which a deep directory exceeds.
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=64MB',
  'io_method=sync',
  'jit=off',
  'log_min_messages=warning',
  // A statement can hold what a caller sent: it is not written down when it fails.
  'log_min_error_statement=panic',
];

/** For databases that are thrown away: nothing survives a crash of the machine. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const START_PATIENCE_MS = 120_000;

/**
 * Starts the PostgreSQL that ships as an npm package on the data in `directory`, or joins the one that already runs there:
 * one that another process of ours uses, or one that was left behind by a process that was killed.
 * Everything acknowledged is on disk, unless `durable` is false.
 * @throws EmbeddedRefused with the reason where it cannot be started here.
 */
export async function startEmbedded(directory: string, { durable = true } = {}): Promise<Database> {
  const account = serverAccount();
  ownDirectory(directory, {
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    mode: account.dropped ? 0o711 : 0o700,
  });
  refuseUnreachable(directory, account);
  const binaries = nativeBinaries(account);
  const users = new DatabaseUsers(path.join(directory, 'users'));
  await users.enter();
  try {
    const { cluster, password } = openCluster(directory, { binaries, account, durable });
    const settings = durable ? SETTINGS : [...SETTINGS, ...FORGETFUL];
    const start = { binaries, cluster, account, log: path.join(directory, 'postgres.log'), settings };
    return handleOf(await reach(start, password), { cluster, password, users });
  } catch (error) {
    await users.leave(async () => {});
    throw error;
  }
}

function refuseUnreachable(directory: string, account: ServerAccount): void {
  const wall = account.dropped ? unreachablePart(directory, account) : undefined;
  if (wall === undefined) return;
  throw new EmbeddedRefused(
    `PostgreSQL does not run as root, and the user it runs as instead (${account.uid}) may not enter ${wall}. ` +
      'Give PLIMSOLL_DATA a directory that everyone can enter, or start as another user.',
  );
}

interface Reached {
  readonly postmaster: Postmaster;
  /** Resolves when the server has ended, where it is a child of this process. */
  readonly ended: Promise<unknown>;
}

/** Connects to the server on the cluster, starting one where none runs; whoever else does so at the same moment. */
async function reach(start: Launch, password: string): Promise<Reached> {
  const deadline = performance.now() + START_PATIENCE_MS;
  let lastWords = '';
  let ended: Promise<string> | undefined;
  while (performance.now() < deadline) {
    const running = runningPostmaster(start.cluster);
    if (running && (await answers(running, password))) {
      return { postmaster: running, ended: ended ?? Promise.resolve() };
    }
    if (!running && ended === undefined) {
      clearStalePidFile(start.cluster);
      ({ ended } = await launch(start));
    }
    const words = await Promise.race([ended, setTimeout(20, undefined)]);
    if (words === undefined) continue;
    ended = undefined;
    lastWords = words;
    if (!PASSES.test(words)) break;
    await setTimeout(100);
  }
  throw new EmbeddedRefused(
    `The embedded database does not start: ${lastWords.trim() || 'it does not answer'} (see ${start.log})`,
  );
}

/** Reasons to try again: the port was taken meanwhile, another start was quicker, or a killed server's last processes still end. */
const PASSES =
  /Address already in use|could not bind|lock file ".*" already exists|shared memory block .* is still in use|^\s*$/;

const WRONG_PASSWORD = '28P01';

async function answers({ port }: Postmaster, password: string): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === WRONG_PASSWORD) {
      throw new EmbeddedRefused(
        'The embedded database does not accept the password that is kept with its data.',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const urlOf = (port: number, password: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;

function handleOf(
  { postmaster, ended }: Reached,
  { cluster, password, users }: { cluster: string; password: string; users: DatabaseUsers },
): Database {
  let left = false;
  const once = (leave: () => void): void => {
    if (!left) leave();
    left = true;
  };
  const leaveAtOnce = (name: 'SIGINT' | 'SIGQUIT') => () =>
    once(() => users.leaveAtOnce(() => signal(postmaster, name)));
  const atExit = leaveAtOnce('SIGINT');
  process.once('exit', atExit);
  return {
    url: urlOf(postmaster.port, password),
    description: `embedded PostgreSQL, data in ${path.dirname(cluster)}`,
    stop: async () => {
      process.off('exit', atExit);
      if (left) return;
      left = true;
      await users.leave(() => stopPostmaster(postmaster, ended));
    },
    stopAtOnce: leaveAtOnce('SIGQUIT'),
  };
}

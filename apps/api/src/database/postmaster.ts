import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commandOf, processIdentity } from './process-identity.js';
import { runAs, type ServerAccount } from './server-account.js';

/** A PostgreSQL server as its own `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Tells it from a later process with its id. */
  readonly identity: string;
}

/** The server that runs on the cluster; undefined where none does. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const [pid, , , port] = readPidFile(cluster);
  const identity = pid ? processIdentity(pid) : undefined;
  if (!pid || !port || identity === undefined || !isServer(pid)) return undefined;
  return { pid, port, identity };
}

/**
 * Clears the `postmaster.pid` of a server that was killed and whose id some other program has now: PostgreSQL would take
 * that program for a running server and refuse to start.
 */
export function clearStalePidFile(cluster: string): void {
  const [pid] = readPidFile(cluster);
  if (pid && processIdentity(pid) !== undefined && !isServer(pid))
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

const isServer = (pid: number): boolean => /postgres|postmaster/.test(commandOf(pid));

function readPidFile(cluster: string): number[] {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n').map(Number);
  } catch {
    return [];
  }
}

export interface Launch {
  readonly binaries: string;
  readonly cluster: string;
  readonly account: ServerAccount;
  readonly log: string;
  readonly settings: readonly string[];
}

/** A server process that was just started. */
export interface Launched {
  readonly port: number;
  /** Resolves with its last words when it ends. */
  readonly ended: Promise<string>;
}

/**
 * Starts a server on a free port of 127.0.0.1. It runs in a process group of its own, so that Ctrl-C in a terminal
 * reaches the service alone, which finishes its requests before it stops the database.
 */
export async function launch({ binaries, cluster, account, log, settings }: Launch): Promise<Launched> {
  const port = await freePort();
  const output = openSync(log, 'w', 0o600);
  const server = spawn(
    path.join(binaries, 'postgres'),
    ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...runAs(account), detached: true, stdio: ['ignore', output, output], env: SERVER_VARIABLES },
  );
  closeSync(output);
  server.unref();
  const ended = new Promise<string>((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.once('exit', () => resolve(readFileSync(log, 'utf8').slice(-4000)));
  });
  return { port, ended };
}

/** Nothing of our own environment: it may hold secrets, and `PG…` variables that would change the server. */
export const SERVER_VARIABLES = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const PATIENCE_MS = 10_000;

/**
 * Stops a server: open transactions are rolled back, all else is written. One that does not end in 10 s is stopped harder.
 * @param ended resolves when a child of this process was collected; without that it would stay in the list of processes.
 */
export async function stopPostmaster(postmaster: Postmaster, ended: Promise<unknown>): Promise<void> {
  signal(postmaster, 'SIGINT');
  const deadline = performance.now() + PATIENCE_MS;
  while (runs(postmaster)) {
    if (performance.now() > deadline) signal(postmaster, 'SIGQUIT');
    await setTimeout(10);
  }
  await Promise.race([ended, setTimeout(1000)]);
}

/** Tells a server to stop, without waiting until it has; one that has ended already is no error. */
export function signal(postmaster: Postmaster, name: 'SIGINT' | 'SIGQUIT'): void {
  if (!runs(postmaster)) return;
  try {
    process.kill(postmaster.pid, name);
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ESRCH') throw error;
  }
}

const runs = ({ pid, identity }: Postmaster): boolean => processIdentity(pid) === identity;

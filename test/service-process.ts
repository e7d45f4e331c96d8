import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MAIN = path.resolve('apps/api/dist/main.js');

/** The built service as a process of its own. */
export interface ServiceProcess {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Resolves to its address when it is ready; rejects with what it said where it ends before. */
  readonly ready: Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** What it has written so far, to both outputs. */
  output(): string;
}

/** Starts it on a free port with nothing of the environment but `variables`. End it by `pid` or `process.kill`. */
export function startProcess(variables: Readonly<Record<string, string>>, entry = MAIN): ServiceProcess {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /"at":"([^"]+)"/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(said)));
  });
  ready.catch(() => {});
  return { process: child, pid: child.pid ?? 0, ready, ended, output: () => said };
}

/** A new empty directory that a database may run in, also as another user. */
export function dataDirectory(): string {
  const directory = mkdtempSync(
    path.join(existsSync('/var/tmp') ? '/var/tmp' : os.tmpdir(), 'plimsoll-test-'),
  );
  chmodSync(directory, 0o711);
  return directory;
}

/** The embedded server that runs on a data directory: its process and its address; undefined where none runs. */
export function embeddedServer(directory: string): { pid: number; url: string } | undefined {
  const cluster = path.join(directory, 'postgres');
  if (!existsSync(path.join(cluster, 'postmaster.pid'))) return undefined;
  const [pid, , , port] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n').map(Number);
  const password = readFileSync(path.join(cluster, 'plimsoll.password'), 'utf8');
  return { pid: pid ?? 0, url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` };
}

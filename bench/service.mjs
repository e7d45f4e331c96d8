import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
export const MAIN = file('../apps/api/dist/main.js');
const BARE = file('./bare-server.mjs');

/** An empty directory that a database may run in. `remove` it at the end. */
export function dataDirectory() {
  const path = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'plimsoll-bench-'));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const LOOK_EVERY_MS = 10;

/**
 * Starts a server as a process of its own and waits until it is ready. It logs into a file, as it would under a supervisor: a
 * pipe would be emptied by the process that measures.
 * @returns its address, its pid, how long that took, and how to stop it
 */
async function start(entry, variables, address) {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-log-'));
  const log = join(folder, 'log');
  const output = openSync(log, 'w');
  const began = performance.now();
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, PORT: '0', ...variables },
    stdio: ['pipe', output, 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await readyAt(child, log, address);
  const startMs = performance.now() - began;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    closeSync(output);
    rmSync(folder, { recursive: true });
  };
  return { url, pid: child.pid, startMs, stop, input: child.stdin };
}

async function readyAt(child, log, address) {
  while (child.exitCode === null) {
    const found = address.exec(readFileSync(log, 'utf8'));
    if (found !== null) return found[1];
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`it ended before it was ready: ${readFileSync(log, 'utf8')}`);
}

/** The built service on an embedded database. */
export const startService = (directory) =>
  start(MAIN, { PLIMSOLL_DATA: directory, HOST: '127.0.0.1' }, /"at":"([^"]+)"/);

/** A Fastify route without anything of ours, that reads the same body and gives the same bytes from memory. */
export async function startBare(answer) {
  const server = await start(BARE, { BYTES: String(answer.length) }, /ready (\S+)/);
  server.input.write(answer);
  return server;
}

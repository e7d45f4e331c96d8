import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/**
 * Starts a server as a process of its own and waits until it is ready.
 * @returns its address, its pid, how long that took, and how to stop it
 */
async function start(entry, variables, address) {
  const began = performance.now();
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, PORT: '0', ...variables },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      if (said.length < 100_000) said += chunk;
      const found = address.exec(said);
      if (found !== null) resolve(found[1]);
    });
    ended.then(() => reject(new Error(`it ended before it was ready: ${said}`)));
  });
  const startMs = performance.now() - began;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url, pid: child.pid, startMs, stop, input: child.stdin };
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

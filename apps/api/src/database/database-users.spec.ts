import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseUsers } from './database-users.js';
import { processIdentity } from './process-identity.js';

let directory: string;
let other: ChildProcess;
let otherName: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'plimsoll-users-'));
  other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
  otherName = processIdentity(other.pid ?? 0) ?? '';
});
afterEach(() => {
  other.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const ended = () => new Promise((resolve) => other.once('exit', resolve));

async function leaving(users: DatabaseUsers): Promise<boolean> {
  let stopped = false;
  await users.leave(async () => {
    stopped = true;
  });
  return stopped;
}

describe('the users of one embedded database', () => {
  it('stop it when the last one leaves', async () => {
    const users = new DatabaseUsers(directory);
    await users.enter();
    expect(await leaving(users)).toBe(true);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('leave it running while another one uses it', async () => {
    writeFileSync(path.join(directory, otherName), '');
    const users = new DatabaseUsers(directory);
    await users.enter();
    expect(await leaving(users)).toBe(false);
    expect(readdirSync(directory)).toEqual([otherName]);
  });

  it('do not count a process that was killed, nor a later one that has its id', async () => {
    writeFileSync(path.join(directory, otherName), '');
    writeFileSync(path.join(directory, `${other.pid}-1`), '');
    other.kill('SIGKILL');
    await ended();
    const users = new DatabaseUsers(directory);
    await users.enter();
    expect(await leaving(users)).toBe(true);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('come in only when another one has finished stopping it, or died of it', async () => {
    writeFileSync(path.join(directory, `stopping-${otherName}`), '');
    let inside = false;
    const entering = new DatabaseUsers(directory).enter().then(() => {
      inside = true;
    });
    await setTimeout(100);
    expect(inside).toBe(false);
    other.kill('SIGKILL');
    await entering;
    expect(inside).toBe(true);
  });
});

describe('the identity of a process', () => {
  it('stays as long as the process does, and ends with it', async () => {
    expect(processIdentity(other.pid ?? 0)).toBe(otherName);
    expect(otherName).toMatch(/^\d+-\w+$/);
    other.kill('SIGKILL');
    await ended();
    expect(processIdentity(other.pid ?? 0)).toBeUndefined();
  });
});

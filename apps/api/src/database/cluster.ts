import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedRefused } from './embedded-refused.js';
import { ownDirectory } from './own-directory.js';
import { SERVER_VARIABLES } from './postmaster.js';
import { processIdentity } from './process-identity.js';
import { runAs, type ServerAccount } from './server-account.js';

/** The server's own user, who owns everything in an embedded database. */
export const SUPERUSER = 'postgres';

const PASSWORD_FILE = 'plimsoll.password';
const BEGINNING = 'beginning-';

/**
 * A directory with the files of one PostgreSQL server: `directory/postgres`, made where it is missing. It is made elsewhere
 * and then given its name, so that it is whole or not there, whoever else starts at the same moment or is killed half way.
 * @returns its path and the password of its superuser.
 */
export function openCluster(
  directory: string,
  { binaries, account, durable }: { binaries: string; account: ServerAccount; durable: boolean },
): { cluster: string; password: string } {
  const cluster = path.join(directory, 'postgres');
  clearAbandoned(directory);
  if (!existsSync(path.join(cluster, 'PG_VERSION')))
    makeCluster(directory, { cluster, binaries, account, durable });
  ownDirectory(cluster, { uid: account.uid, gid: account.gid, mode: 0o700 });
  refuseOtherVersion(cluster, binaries);
  return { cluster, password: readFileSync(path.join(cluster, PASSWORD_FILE), 'utf8') };
}

function makeCluster(
  directory: string,
  {
    cluster,
    binaries,
    account,
    durable,
  }: { cluster: string; binaries: string; account: ServerAccount; durable: boolean },
): void {
  const beginning = path.join(directory, BEGINNING + (processIdentity(process.pid) ?? process.pid));
  const passwordFile = `${beginning}.password`;
  ownDirectory(beginning, { uid: account.uid, gid: account.gid, mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(32).toString('base64url'), { mode: 0o600 });
  if (account.dropped) chownSync(passwordFile, account.uid, account.gid);
  const options = [
    '-D',
    beginning,
    '-U',
    SUPERUSER,
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const made = spawnSync(path.join(binaries, 'initdb'), durable ? options : [...options, '--no-sync'], {
    ...runAs(account),
    encoding: 'utf8',
    env: SERVER_VARIABLES,
  });
  try {
    if (made.status !== 0)
      throw new EmbeddedRefused(
        `The embedded database could not be made: ${made.error?.message ?? made.stderr.trim()}`,
      );
    if (account.dropped) chownSync(passwordFile, 0, 0);
    chmodSync(passwordFile, 0o600);
    renameSync(passwordFile, path.join(beginning, PASSWORD_FILE));
    renameSync(beginning, cluster);
  } catch (error) {
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(beginning, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** What a start that was killed while it made a cluster left behind. */
function clearAbandoned(directory: string): void {
  for (const name of readdirSync(directory).filter((each) => each.startsWith(BEGINNING))) {
    const identity = name.slice(BEGINNING.length).replace(/\.password$/, '');
    if (processIdentity(Number.parseInt(identity, 10)) !== identity)
      rmSync(path.join(directory, name), { recursive: true, force: true });
  }
}

function refuseOtherVersion(cluster: string, binaries: string): void {
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(path.join(binaries, 'postgres'), ['--version'], {
    encoding: 'utf8',
    env: SERVER_VARIABLES,
  });
  const server = /\b(\d+)(?:\.\d+)*\b/.exec(stdout ?? '')?.[1];
  if (server !== undefined && server !== version) {
    throw new EmbeddedRefused(
      `The data in ${cluster} was written by PostgreSQL ${version}, and the embedded one is version ${server}. ` +
        'Move it over with pg_dump and pg_restore, or give PLIMSOLL_DATA another directory.',
    );
  }
}

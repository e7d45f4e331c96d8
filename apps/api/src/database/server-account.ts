import { constants, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';

/** The user that PostgreSQL runs as: ourselves, or `nobody` where we are root, as which PostgreSQL refuses to run. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  /** We are root and give the account's rights to each process that we start. */
  readonly dropped: boolean;
}

const NOBODY = 65_534;

export function serverAccount(): ServerAccount {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  return process.getuid !== undefined && uid === 0
    ? { uid: NOBODY, gid: NOBODY, dropped: true }
    : { uid, gid, dropped: false };
}

/** Options for a process that is to run as the account. */
export function runAs(account: ServerAccount): { uid?: number; gid?: number; cwd?: string } {
  return account.dropped ? { uid: account.uid, gid: account.gid, cwd: '/' } : {};
}

/**
 * The first directory on the way to `file`, itself included, that the account may not enter; undefined where it reaches it.
 * Only asked about an account that we drop to: it owns nothing on the way and is in no group of interest.
 */
export function unreachablePart(file: string, account: ServerAccount): string | undefined {
  const parts = realpathSync(file).split(path.sep).filter(Boolean);
  const directories = parts.map((_, index) => path.sep + parts.slice(0, index + 1).join(path.sep));
  return [path.sep, ...directories].find((directory) => !mayEnter(statSync(directory), account));
}

function mayEnter(stats: Stats, account: ServerAccount): boolean {
  if (stats.uid === account.uid) return (stats.mode & constants.S_IXUSR) !== 0;
  return (stats.mode & constants.S_IXOTH) !== 0;
}

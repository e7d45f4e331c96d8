import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedRefused } from './embedded-refused.js';

export interface Ownership {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

const OTHERS_MAY_WRITE = 0o022;

/**
 * Makes the directory where it is missing (its parents with the usual mode), and makes sure that it is ours alone to write:
 * whoever else could write to it could put programs or data there that we would then use.
 * @throws EmbeddedRefused where it belongs to someone else or others may write to it.
 */
export function ownDirectory(directory: string, { uid, gid, mode }: Ownership): void {
  mkdirSync(path.dirname(directory), { recursive: true });
  try {
    mkdirSync(directory, { mode });
    chmodSync(directory, mode);
    if (process.getuid?.() === 0) chownSync(directory, uid, gid);
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'EEXIST') throw error;
  }
  if (process.getuid === undefined) return;
  const stats = statSync(directory);
  if (!stats.isDirectory()) throw new EmbeddedRefused(`${directory} is not a directory.`);
  if (stats.uid !== uid) {
    throw new EmbeddedRefused(
      `${directory} belongs to the user ${stats.uid}, and this start needs it to belong to the user ${uid}. ` +
        'Start as the user that started first, or give PLIMSOLL_DATA another directory.',
    );
  }
  if ((stats.mode & OTHERS_MAY_WRITE) !== 0) {
    throw new EmbeddedRefused(`${directory} can be written by other users: run chmod go-w on it.`);
  }
}

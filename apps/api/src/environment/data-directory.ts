import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Surroundings } from './read-environment.js';

/** Where root keeps embedded databases: PostgreSQL runs as another user then, who may not be able to reach a checkout. */
export const ROOT_DATA = '/var/lib/plimsoll';

/** `./data` below the directory of the start; as root a directory under `/var/lib/plimsoll`, one for each such path. */
export function defaultDataDirectory({ directory, uid }: Surroundings): string {
  const data = path.resolve(directory, 'data');
  if (uid !== 0) return data;
  return path.join(ROOT_DATA, createHash('sha256').update(data).digest('hex').slice(0, 16));
}

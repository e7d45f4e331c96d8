import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's files as this folder's tests read them, by their path from its root. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', 'target', 'tmp', '.git']);

export function filesBelow(folder: string): string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

export const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

export const fromRoot = (path: string): string => relative(ROOT, path).split(sep).join('/');

import type { LintFacts } from './facts.js';

/** A path on the disk of the machine that reads it, as Flink's file systems see it; null where it lies elsewhere. */
export function localPath({ config }: LintFacts, directory: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(directory)?.[1]?.toLowerCase();
  if (scheme === 'file') return directory.slice('file:'.length).replace(/^\/{2,}/, '/');
  if (scheme !== undefined || !directory.startsWith('/')) return null;
  const usual = config.text('fs.default-scheme');
  return usual === null || usual.toLowerCase().startsWith('file:') ? directory : null;
}

/** Whether a path lies on a volume that is not known to be a disk of its machine. */
export const onSharedVolume = ({ deployment }: LintFacts, path: string): boolean =>
  deployment?.volumes?.some(
    (volume) => volume.attachment !== 'local' && (path === volume.path || path.startsWith(`${volume.path}/`)),
  ) ?? false;

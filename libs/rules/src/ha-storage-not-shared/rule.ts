import type { LintFacts } from '../facts.js';
import { highAvailability, isOfJobAlone } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const STORAGE = 'high-availability.storageDir';

export const rule: Rule = {
  id: 'ha-storage-not-shared',
  family: 'availability',
  severity: 'warning',
  title: 'High availability stores to one machine',
  why: 'A directory of the local file system is gone with its machine or its container. The next JobManager finds the pointers in ZooKeeper or Kubernetes and not what they point to: it cannot recover the job and fails again and again.',
  remedy:
    'Use an object store or a distributed file system, or a volume that is mounted wherever a JobManager runs.',
  reference: 'High Availability',
  source: 'Keep it going',
  needs: [],
  sets: ['production', 'development'],
  check(facts) {
    const { config } = facts;
    const mode = highAvailability(config);
    const directory = config.text(STORAGE)?.trim() ?? '';
    if (isOfJobAlone(facts) || mode === 'none' || directory === '' || !isLocal(facts, directory)) return [];
    return [
      {
        message: `${STORAGE} is ${directory}, a directory of the machine on which the JobManager runs: on another one its successor finds nothing there.`,
        path: config.keyOf(STORAGE),
        evidence: [setting(config, STORAGE)],
      },
    ];
  },
};

/** A local path that lies on no network volume. */
function isLocal({ deployment, config }: LintFacts, directory: string): boolean {
  const scheme = config.text('fs.default-scheme');
  const [, given] = directory.match(/^([a-z][a-z0-9+.-]*):/i) ?? [];
  if (given !== undefined && given.toLowerCase() !== 'file') return false;
  if (given === undefined && scheme !== null && !scheme.startsWith('file:')) return false;
  const path = directory.replace(/^file:(?:\/\/)?/i, '');
  return !(deployment?.volumes ?? []).some(
    (volume) => volume.attachment !== 'local' && isBelow(path, volume.path),
  );
}

const isBelow = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

import { textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';
import { localVolume, stateDirectories, volumeOf } from '../state-directories.js';

export const rule: Rule = {
  id: 'state-directory-on-root-disk',
  family: 'state',
  severity: 'warning',
  title: 'The state backend writes to the root disk',
  why: 'Without a directory of its own, RocksDB writes to the directory for temporary files: in a container that is its root disk, often a small volume in the network that many pods share. Every miss of the cache waits for it. Where it fills up, the kubelet evicts the pod.',
  remedy: 'Mount a fast local disk into the pod and set the directory of the state backend to it.',
  reference: 'F9.1',
  source: '3 Flink Mistakes',
  needs: ['deployment'],
  since: '1.10',
  check(facts) {
    const volumes = facts.deployment?.volumes;
    const directories = volumes === undefined ? null : stateDirectories(facts);
    if (volumes === undefined || directories === null) return [];
    const { backend, key, paths, from, stated } = directories;
    const outside = paths.filter((path) => volumeOf(path, volumes) === undefined);
    if (outside.length === 0) return [];
    const local = localVolume(volumes);
    const where = stated ? outside.join(', ') : `${key} is not set, and ${outside.join(', ')} (${from})`;
    return [
      {
        message: `${where} ${outside.length === 1 ? 'lies' : 'lie'} on no volume of the pod: ${backend} keeps its files on the root disk of the container.${local === undefined ? '' : ` ${local.path} is a local volume.`}`,
        path: stated ? from : key,
        evidence: outside.map((path) => textOf('directory', path, `/config/${from}`)),
        ...(local !== undefined && {
          fix: { set: { [key]: local.path }, unset: stated && from !== key ? [from] : [] },
        }),
      },
    ];
  },
};

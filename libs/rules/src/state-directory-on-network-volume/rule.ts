import { textOf } from '../evidence-items.js';
import type { LintFacts } from '../facts.js';
import type { Evidence, Fix } from '../finding.js';
import type { Rule } from '../rule.js';
import { localVolume, type StateDirectories, stateDirectories, volumeOf } from '../state-directories.js';

export const rule: Rule = {
  id: 'state-directory-on-network-volume',
  family: 'state',
  severity: 'warning',
  title: 'The state backend works on a volume in the network',
  why: 'RocksDB reads a block from disk for each miss of its cache, so its speed is that of one small read. A volume in the network has a tenth of the operations of a local flash disk, for many times the price, and shares the network with shuffles and checkpoints. The state needs no durable volume: checkpoints are what it is restored from.',
  remedy:
    'Put the directory of the state backend on a local disk; keep network volumes for what must outlive the machine.',
  reference: 'F9.1',
  source: '3 Flink Mistakes',
  needs: [],
  since: '1.10',
  check(facts) {
    const directories = stateDirectories(facts);
    if (directories === null) return [];
    const { backend, key, from, stated } = directories;
    const evidence = onNetwork(facts, directories);
    if (evidence.length === 0) return [];
    const fix = toLocal(facts, directories);
    return [
      {
        message: `${backend} keeps its files in ${evidence.map(({ value }) => value).join(', ')}, which ${evidence.length === 1 ? 'is' : 'are'} reached over the network.${fix === null ? '' : ` ${Object.values(fix.set).join()} is a local volume.`}`,
        path: stated ? from : key,
        evidence,
        ...(fix !== null && { fix }),
      },
    ];
  },
};

/** By the volumes of the pod where they are known, else by the disk of the machine. */
function onNetwork({ deployment, cluster }: LintFacts, { paths, from }: StateDirectories): Evidence[] {
  const volumes = deployment?.volumes;
  if (volumes !== undefined) {
    return paths
      .filter((path) => volumeOf(path, volumes)?.attachment === 'network')
      .map((path) => textOf('directory', path, `/config/${from}`));
  }
  if (cluster?.machine.stateDisk?.attachment !== 'network') return [];
  return [textOf('disk', paths.join(', '), '/cluster/machine/stateDisk/attachment')];
}

function toLocal({ deployment }: LintFacts, { key, from, stated }: StateDirectories): Fix | null {
  const local = deployment?.volumes === undefined ? undefined : localVolume(deployment.volumes);
  if (local === undefined) return null;
  return { set: { [key]: local.path }, unset: stated && from !== key ? [from] : [] };
}

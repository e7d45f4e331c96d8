import { textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';
import { isUnder, stateDirectories } from '../state-directories.js';

export const rule: Rule = {
  id: 'state-directory-under-tmp',
  family: 'state',
  severity: 'warning',
  title: 'The state backend writes under /tmp',
  why: 'RocksDB keeps its files in the directory for temporary files unless it has one of its own. /tmp is small, sometimes in memory, often the root disk, and on many machines a job cleans it up while Flink runs. Files of the state that vanish fail the job; a full /tmp stops everything else on the machine.',
  remedy: 'Set the directory of the state backend to a fast local disk with room for the state.',
  reference: 'F9.1',
  source: '3 Flink Mistakes',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check(facts) {
    if (facts.deployment?.volumes !== undefined) return [];
    const directories = stateDirectories(facts);
    if (directories === null) return [];
    const { backend, key, paths, from, stated } = directories;
    const under = paths.filter((path) => isUnder(path, '/tmp'));
    if (under.length === 0) return [];
    return [
      {
        message: `${stated ? '' : `${key} is not set, so `}${backend} keeps its files in ${under.join(', ')} (${from}).`,
        path: stated ? from : key,
        evidence: under.map((path) => textOf('directory', path, `/config/${from}`)),
      },
    ];
  },
};

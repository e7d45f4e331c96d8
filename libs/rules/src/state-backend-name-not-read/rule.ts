import { backendNamed, backendSpelled, isBackendNameRead } from '@plimsoll/checkpoint';
import { textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';
import { backendOption } from '../state-backend.js';

export const rule: Rule = {
  id: 'state-backend-name-not-read',
  family: 'state',
  severity: 'error',
  title: 'Flink of this version does not know this name of a state backend',
  why: 'Flink takes a name that it does not know for the name of a class, does not find it, and the job fails when it is submitted. The names changed: filesystem and jobmanager became hashmap in 1.13 and are gone in 2.0, and forst came with 2.0. The talks write memory and fs, which no version of these reads.',
  remedy:
    'Write hashmap, rocksdb or (from 2.0) forst. Where checkpoints go is set apart from it, by the directory for checkpoints.',
  reference: 'F9.1',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check({ config }) {
    const option = backendOption(config);
    const name = config.sets(option) ? config.text(option) : null;
    if (name === null || name.includes('.') || isBackendNameRead(name, config.version)) return [];
    const backend = backendNamed(name);
    const today = backend === undefined ? undefined : backendSpelled(backend, config.version);
    const known = today !== undefined && isBackendNameRead(today, config.version);
    const path = config.keyOf(option);
    return [
      {
        message: `Flink ${config.flinkVersion} takes “${name}” for the name of a class and does not start the job. ${known ? `Write ${today}.` : backend === undefined ? 'Write hashmap, rocksdb or (from 2.0) forst.' : 'It has forst from 2.0 on: take rocksdb.'}`,
        path,
        evidence: [textOf('name', name, `/config/${path}`)],
        ...(known && { fix: { set: { [path]: today }, unset: [] } }),
      },
    ];
  },
};

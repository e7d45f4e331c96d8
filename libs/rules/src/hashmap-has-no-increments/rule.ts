import { backendKey, changelogKey, incrementalKey, isBatch, stateOnDisk } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

/** State backends that keep state on the heap, under the names of today and of old. */
const ON_HEAP = new Set(['hashmap', 'filesystem', 'jobmanager']);

export const rule: Rule = {
  id: 'hashmap-has-no-increments',
  family: 'checkpointing',
  severity: 'info',
  title: 'hashmap writes its whole state',
  why: 'Only state backends that keep state in files on disk can upload a part of it. With state on the heap incremental checkpoints change nothing: each checkpoint writes all of the state, and its duration grows with it.',
  remedy: 'Take rocksdb where state is large, or count with full checkpoints and leave the setting out.',
  reference: 'F4.3',
  source: 'Flink documentation',
  needs: [],
  check(facts) {
    const { config } = facts;
    const key = incrementalKey(config);
    if (isBatch(facts) || config.flag(key) !== true || stateOnDisk(config)) return [];
    const backend = config.text(backendKey(config))?.toLowerCase() ?? 'hashmap';
    if (!ON_HEAP.has(backend) || config.flag(changelogKey(config)) === true) return [];
    const named = config.sets(backendKey(config));
    return [
      {
        message: `${config.keyOf(key)} is true, and the state backend is ${backend}${named ? '' : ' as no other is named'}: each checkpoint uploads the whole state all the same.`,
        path: config.keyOf(key),
        evidence: [
          optionEvidence(config, key, true, 'boolean'),
          optionEvidence(config, backendKey(config), backend, 'text'),
        ],
      },
    ];
  },
};

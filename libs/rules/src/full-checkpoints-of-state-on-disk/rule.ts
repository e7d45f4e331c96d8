import {
  backendKey,
  changelogKey,
  incrementalKey,
  stateOnDisk,
  takesCheckpoints,
} from '../checkpoint-options.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

/** Below this the whole state is uploaded about as fast as the changed part. */
const SMALL_BYTES = 1_073_741_824;

export const rule: Rule = {
  id: 'full-checkpoints-of-state-on-disk',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Each checkpoint uploads the whole state',
  why: 'RocksDB and ForSt keep state in files that never change once written, and an incremental checkpoint uploads only the new ones. Without it each checkpoint reads all of the state from disk and uploads it, so checkpoints grow with the state and take the network and the disk from the records.',
  remedy:
    'Turn incremental checkpoints on. Leave them off only where nearly every entry changes between two checkpoints, for then they upload more than the whole.',
  reference: 'F4.3',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const { config, checkpointing } = facts;
    const key = incrementalKey(config);
    if (!takesCheckpoints(facts) || !stateOnDisk(config) || config.flag(key) !== false) return [];
    if (config.flag(changelogKey(config)) === true) return [];
    const bytes = checkpointing?.bytes;
    const small = bytes !== undefined && bytes < SMALL_BYTES;
    const backend = config.text(backendKey(config)) ?? '';
    return [
      {
        message: `The state backend is ${backend} and ${key} is false: each checkpoint uploads ${bytes === undefined ? 'the whole state' : `all ${bytes} B of state`}, changed or not. Set it to true.`,
        path: config.keyOf(key),
        evidence: [
          optionEvidence(config, key, false, 'boolean'),
          optionEvidence(config, backendKey(config), backend, 'text'),
          ...(bytes === undefined
            ? []
            : [givenEvidence('checkpoint', bytes, 'bytes', '/checkpointing/bytes')]),
        ],
        fix: optionFix(config, { [key]: 'true' }),
        ...(small && { severity: 'info' as const }),
      },
    ];
  },
};

import {
  alignedTimeoutKey,
  FROM_LOCAL,
  isBatch,
  isUnaligned,
  LOCAL_RECOVERY,
  unalignedKey,
} from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'local-recovery-needs-aligned-checkpoints',
  family: 'checkpointing',
  severity: 'info',
  title: 'Local recovery does not cover unaligned checkpoints',
  why: 'What an unaligned checkpoint holds of the records in flight has no copy on local disks: Flink supports local recovery for aligned checkpoints only. The disks carry a second copy of the state, and a restore from an unaligned checkpoint still reads the store.',
  remedy:
    'Choose one: aligned checkpoints with local recovery for large state, or unaligned ones against back pressure. An aligned-checkpoint timeout keeps most checkpoints aligned.',
  reference: 'Task-Local Recovery',
  source: 'Flink documentation',
  needs: [],
  check(facts) {
    const { config } = facts;
    if (isBatch(facts) || !isUnaligned(config) || (config.duration(alignedTimeoutKey(config)) ?? 0) > 0)
      return [];
    const local = config.named(FROM_LOCAL, LOCAL_RECOVERY);
    if (config.flag(local) !== true) return [];
    const unaligned = unalignedKey(config);
    return [
      {
        message: `${config.keyOf(local)} is true, and so is ${config.keyOf(unaligned)}: every checkpoint is unaligned, and what it holds in flight is fetched from the store.`,
        path: config.keyOf(local),
        evidence: [
          optionEvidence(config, local, true, 'boolean'),
          optionEvidence(config, unaligned, true, 'boolean'),
        ],
      },
    ];
  },
};

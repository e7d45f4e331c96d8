import { durationInWords, LOCAL_RECOVERY_FROM, restore } from '@plimsoll/checkpoint';
import {
  alignedTimeoutKey,
  FROM_LOCAL,
  isBatch,
  isUnaligned,
  LOCAL_BACKUP,
  LOCAL_RECOVERY,
} from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'local-recovery-would-shorten-the-restore',
  family: 'checkpointing',
  severity: 'info',
  title: 'Local recovery would shorten the restore',
  why: 'After a failure every TaskManager fetches its state from the checkpoint store, also those that lived on. With local recovery each keeps a copy of its last checkpoint on its own disk, so that only what was lost with a process is fetched, and the job is back sooner.',
  remedy:
    'Turn local recovery on, and give the disks room for the state once more. It pays where state is large and TaskManagers keep their disks.',
  reference: 'F4.10',
  source: 'Keep it going',
  needs: ['checkpointing', 'cluster'],
  sets: ['production'],
  check(facts) {
    const { config, checkpointing } = facts;
    const bytes = checkpointing?.bytes;
    const local = config.named(FROM_LOCAL, LOCAL_RECOVERY);
    if (bytes === undefined || config.flag(local) !== false || isBatch(facts)) return [];
    if (isUnaligned(config) && (config.duration(alignedTimeoutKey(config)) ?? 0) === 0) return [];
    const fetched = restoreOf(facts, bytes);
    if (fetched === null || fetched.time.value < LOCAL_RECOVERY_FROM.value) return [];
    const { downloadingTaskManagers, bytesPerTaskManager } = fetched.restore;
    const keys = local === FROM_LOCAL ? [LOCAL_BACKUP, FROM_LOCAL] : [LOCAL_RECOVERY];
    return [
      {
        message: `After a failure ${downloadingTaskManagers} TaskManagers fetch ${Math.round(bytesPerTaskManager)} B each from the store, which takes ${durationInWords(fetched.time.value)} or more. With local recovery those that live on read their own disks.`,
        path: config.keyOf(local),
        evidence: [
          optionEvidence(config, local, false, 'boolean'),
          givenEvidence('state', bytes, 'bytes', '/checkpointing/bytes'),
          givenEvidence('restore', fetched.time.value, 'ms', 'F4.10'),
        ],
        fix: optionFix(config, Object.fromEntries(keys.map((key) => [key, 'true']))),
      },
    ];
  },
};

/** What a restore from the store takes at the least: over the machines' network. */
const restoreOf = ({ config, cluster }: LintFacts, totalBytes: number) =>
  cluster?.machines === undefined
    ? null
    : restore({
        flinkVersion: config.flinkVersion,
        recordsPerSecond: 0,
        scenario: { failure: 'TASK', localRecovery: false },
        state: { totalBytes },
        cluster: {
          machines: cluster.machines,
          networkIn: cluster.machine.networkIn,
          ...(cluster.taskManagersPerMachine !== undefined && {
            taskManagersPerMachine: cluster.taskManagersPerMachine,
          }),
        },
      });

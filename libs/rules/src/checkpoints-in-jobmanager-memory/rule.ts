import { backendKey, directoryKey, isBatch, storageKey, takesCheckpoints } from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

/** State backends of before 1.13 that decide where checkpoints go as well. */
const LEGACY = new Set(['jobmanager', 'memory']);

export const rule: Rule = {
  id: 'checkpoints-in-jobmanager-memory',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Checkpoints are kept in the heap of the JobManager',
  why: 'Where no directory is named Flink keeps checkpoints in the JobManager’s heap. They are gone when it restarts, they take the heap that it needs for itself, and a checkpoint fails as soon as one part of it is above 5 MB.',
  remedy:
    'Set execution.checkpointing.dir (state.checkpoints.dir before 1.20) to a directory in a store that all machines reach.',
  reference: 'Checkpoint Storage',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check(facts) {
    const { config, checkpointing } = facts;
    const refused = refusedMode(facts);
    if (isBatch(facts) || !(takesCheckpoints(facts) || refused !== null) || !inJobManager(facts)) return [];
    const key = directoryKey(config);
    const bytes = checkpointing?.bytes;
    const heap = bytes === undefined ? null : jobManagerHeap(facts);
    const tooLarge = bytes !== undefined && heap !== null && BigInt(Math.ceil(bytes)) > heap;
    return [
      {
        message: `${key} names no directory that is used, so checkpoints stay in the heap of the JobManager and end with it.${tooLarge ? ` One of ${bytes} B does not fit its ${heap} B.` : ''}${refused === null ? '' : ` The operator refuses the upgrade mode ${refused} without a directory.`} Set it to a directory in a store that all machines reach.`,
        path: config.sets(storageKey(config)) ? config.keyOf(storageKey(config)) : key,
        evidence: [
          optionEvidence(config, key, config.text(key) ?? 'not set', 'text'),
          ...(config.sets(storageKey(config))
            ? [optionEvidence(config, storageKey(config), config.text(storageKey(config)) ?? '', 'text')]
            : []),
          ...(bytes === undefined
            ? []
            : [givenEvidence('checkpoint', bytes, 'bytes', '/checkpointing/bytes')]),
        ],
        ...((tooLarge || refused !== null) && { severity: 'error' as const }),
      },
    ];
  },
};

/** An upgrade mode that the Kubernetes operator does not accept without a directory for checkpoints. */
function refusedMode({ deployment, config }: LintFacts): string | null {
  const mode = deployment?.kind === 'FlinkDeployment' ? deployment.upgradeMode : undefined;
  if (mode === undefined || mode === 'stateless' || config.sets(directoryKey(config))) return null;
  return mode;
}

/** Before 1.13 the state backend says it; from then on a storage that is named, else whether there is a directory. */
function inJobManager({ config }: LintFacts): boolean {
  if (!config.isFrom(1, 13)) {
    const backend = config.text(backendKey(config))?.toLowerCase();
    return backend === undefined ? !config.sets(backendKey(config)) : LEGACY.has(backend);
  }
  const storage = config.text(storageKey(config))?.toLowerCase();
  if (storage !== undefined) return storage === 'jobmanager';
  return !config.sets(directoryKey(config));
}

function jobManagerHeap({ memory }: LintFacts): bigint | null {
  const { jobManager } = memory;
  return jobManager.kind === 'ok' ? jobManager.value.components.jvmHeapBytes : null;
}

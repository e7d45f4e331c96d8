import { isBatch, savepointDirectoryKey, takesCheckpoints } from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import { optionEvidence } from '../option-evidence.js';
import type { Rule } from '../rule.js';

const PERIODIC = 'kubernetes.operator.periodic.savepoint.interval';

export const rule: Rule = {
  id: 'savepoint-directory-missing',
  family: 'checkpointing',
  severity: 'info',
  title: 'No directory is set for savepoints',
  why: 'Without a directory of its own a savepoint fails unless whoever asks for it names one. It is missed at the worst moment: when a job has to be stopped, upgraded or moved in a hurry. The Kubernetes operator refuses upgrades by savepoint without it.',
  remedy:
    'Set execution.checkpointing.savepoint-dir (state.savepoints.dir before 1.20) to a directory in a store that outlives the cluster.',
  reference: 'Savepoints',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    const key = savepointDirectoryKey(config);
    if (isBatch(facts) || (config.raw(key) ?? '').trim() !== '') return [];
    const refused = refusedBy(facts);
    if (refused === null && !takesCheckpoints(facts)) return [];
    return [
      {
        message: `${key} is not set, so a savepoint fails that is asked for without a directory.${refused === null ? '' : ` The operator refuses ${refused}.`} Set it to a directory in a store that all machines reach.`,
        path: config.keyOf(key),
        evidence: [optionEvidence(config, key, 'not set', 'text')],
        ...(refused !== null && { severity: 'error' as const }),
      },
    ];
  },
};

/** What the Kubernetes operator does not accept without a directory for savepoints. */
function refusedBy({ deployment, config }: LintFacts): string | null {
  if (deployment?.kind !== 'FlinkDeployment' && deployment?.kind !== 'FlinkSessionJob') return null;
  if (deployment.upgradeMode === 'savepoint') return 'the upgrade mode savepoint';
  return (config.raw(PERIODIC) ?? '') === '' ? null : 'periodic savepoints';
}

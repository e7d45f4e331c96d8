import { RETENTION, takesCheckpoints } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

const RETAIN = 'RETAIN_ON_CANCELLATION';

export const rule: Rule = {
  id: 'checkpoints-deleted-at-cancel',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Checkpoints are deleted when the job is cancelled',
  why: 'A checkpoint belongs to its job: unless told otherwise Flink deletes all of them when the job is cancelled, and also when its restarts are used up and it fails for good. Who cancels in order to start again has then nothing to start from, and each record since the last savepoint is lost or read again.',
  remedy:
    'Retain them on cancellation, and delete those that are not needed any more by a lifecycle rule of the store.',
  reference: 'Checkpoints',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check(facts) {
    const { config, deployment } = facts;
    const policy = config.text(RETENTION);
    if (!takesCheckpoints(facts) || policy === RETAIN) return [];
    const set = config.sets(RETENTION);
    if ((set && policy === null) || (!set && retainedByOperator(deployment))) return [];
    const what =
      policy === 'DELETE_ON_CANCELLATION'
        ? 'when the job is cancelled'
        : 'when the job is cancelled or fails for good';
    return [
      {
        message: `${RETENTION} is ${policy ?? 'not set'}, so checkpoints are deleted ${what}. Set it to ${RETAIN}.`,
        path: config.keyOf(RETENTION),
        evidence: [optionEvidence(config, RETENTION, policy ?? 'not set', 'text')],
        fix: optionFix(config, { [RETENTION]: RETAIN }),
      },
    ];
  },
};

/** The Kubernetes operator retains the checkpoints of the jobs that it runs, unless the file says otherwise. */
const retainedByOperator = (deployment: { readonly kind: string; readonly cluster?: string } | undefined) =>
  deployment?.kind === 'FlinkDeployment' && deployment.cluster !== 'session';

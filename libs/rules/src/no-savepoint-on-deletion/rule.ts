import { savepointDirectoryKey } from '../checkpoint-options.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

const ON_DELETION = 'kubernetes.operator.job.savepoint-on-deletion';

export const rule: Rule = {
  id: 'no-savepoint-on-deletion',
  family: 'upgrade-safety',
  severity: 'info',
  title: 'Deleting the resource takes no savepoint',
  why: 'When a FlinkDeployment or FlinkSessionJob is deleted the operator cancels its job. A resource is also deleted by a slip: a branch that is cleaned up, a chart that is uninstalled. What is left then is at best the last retained checkpoint, if anybody knows where it lies.',
  remedy:
    'Set kubernetes.operator.job.savepoint-on-deletion to true, with a directory for savepoints. The deletion then waits for the savepoint.',
  reference: 'Job Lifecycle Management',
  source: 'Flink documentation',
  needs: ['deployment'],
  sets: ['production'],
  check({ config, deployment }) {
    if (deployment?.kind !== 'FlinkDeployment' && deployment?.kind !== 'FlinkSessionJob') return [];
    const mode = deployment.upgradeMode;
    if (mode === undefined || mode === 'stateless' || config.flag(ON_DELETION) !== false) return [];
    const directory = config.text(savepointDirectoryKey(config));
    return [
      {
        message: `The job keeps its state over upgrades (${mode}), and ${ON_DELETION} is false: deleting the ${deployment.kind} cancels it without a savepoint. Set it to true${directory === null ? `, and ${savepointDirectoryKey(config)} with it` : ''}.`,
        path: config.keyOf(ON_DELETION),
        evidence: [
          optionEvidence(config, ON_DELETION, false, 'boolean'),
          { name: 'upgrade mode', value: mode, unit: 'text', from: '/deployment/upgradeMode' },
        ],
        ...(directory !== null && { fix: optionFix(config, { [ON_DELETION]: 'true' }) }),
      },
    ];
  },
};

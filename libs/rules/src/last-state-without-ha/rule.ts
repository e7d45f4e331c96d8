import { highAvailability, isOfJobAlone, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'last-state-without-ha',
  family: 'availability',
  severity: 'error',
  title: 'The last state is asked for, and nothing keeps it',
  why: 'An upgrade in mode last-state starts the job from the checkpoint that high availability remembers. Without high availability nobody remembers one: the Kubernetes operator refuses the deployment with “Job could not be upgraded with last-state while HA disabled”.',
  remedy:
    'Set high-availability.type to kubernetes with high-availability.storageDir, or take upgradeMode savepoint.',
  reference: 'Kubernetes operator: Job Management',
  source: 'Flink documentation',
  needs: ['deployment'],
  check(facts) {
    const { config, deployment } = facts;
    if (deployment?.upgradeMode !== 'last-state' || isOfJobAlone(facts)) return [];
    if (highAvailability(config) !== 'none') return [];
    const key = config.keyOf(modeKey(config));
    const ready = (config.text('high-availability.storageDir')?.trim() ?? '') !== '';
    return [
      {
        message: `upgradeMode is last-state and ${key} is ${config.text(modeKey(config)) ?? 'not set'}: the operator refuses the deployment.`,
        path: '/deployment/upgradeMode',
        evidence: [
          told('upgradeMode', 'last-state', 'text', '/deployment/upgradeMode'),
          setting(config, modeKey(config)),
        ],
        ...(ready && { fix: { set: { [key]: 'kubernetes' }, unset: [] } }),
      },
    ];
  },
};

import { highAvailability, isOfJobAlone, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'high-availability-off',
  family: 'availability',
  severity: 'warning',
  title: 'Nothing survives the JobManager',
  why: 'Without high availability the JobManager keeps the list of jobs and of their checkpoints in its memory alone. When its process ends, all jobs of the cluster end with it; whoever restarts it starts an empty JobManager, and someone has to submit each job again from its last retained checkpoint by hand.',
  remedy:
    'Set high-availability.type to kubernetes or zookeeper, with a high-availability.storageDir that outlives the machines.',
  reference: 'F3.2',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    if (isOfJobAlone(facts) || facts.job?.type === 'batch') return [];
    const key = modeKey(config);
    if (config.reading(key) === null || highAvailability(config) !== 'none') return [];
    const storage = config.sets('high-availability.storageDir')
      ? ' high-availability.storageDir is set and does nothing alone.'
      : '';
    return [
      {
        message: `${config.sets(key) ? `${config.keyOf(key)} is ${config.text(key)}` : `${key} is not set`}: one JobManager stands alone, and the jobs end when it does.${storage} Set it to ${onKubernetes(facts.deployment?.kind) ? 'kubernetes' : 'zookeeper or kubernetes'}.`,
        path: config.keyOf(key),
        evidence: [setting(config, key)],
      },
    ];
  },
};

const onKubernetes = (kind: string | undefined): boolean =>
  kind === 'FlinkDeployment' || kind === 'Kubernetes';

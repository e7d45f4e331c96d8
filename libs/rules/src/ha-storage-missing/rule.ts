import { highAvailability, isGiven, isOfJobAlone, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const STORAGE = 'high-availability.storageDir';

export const rule: Rule = {
  id: 'ha-storage-missing',
  family: 'availability',
  severity: 'error',
  title: 'High availability has no place to store to',
  why: 'ZooKeeper and Kubernetes hold pointers only; the jobs, their jars and the list of checkpoints themselves go to a directory. Without one the JobManager throws IllegalConfigurationException while it starts.',
  remedy:
    'Set high-availability.storageDir to a directory that all JobManagers reach and that outlives them.',
  reference: 'High Availability',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const { config } = facts;
    const mode = highAvailability(config);
    if (isOfJobAlone(facts) || (mode !== 'zookeeper' && mode !== 'kubernetes')) return [];
    const text = config.text(STORAGE);
    if (isGiven(facts, STORAGE) && text?.trim() !== '') return [];
    return [
      {
        message: `${config.keyOf(modeKey(config))} is ${mode} and ${STORAGE} ${text === null ? 'is not set' : 'is empty'}: Flink ends with IllegalConfigurationException: Configuration is missing the mandatory parameter.`,
        path: config.keyOf(STORAGE),
        evidence: [setting(config, modeKey(config)), setting(config, STORAGE)],
      },
    ];
  },
};

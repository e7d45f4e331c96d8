import { highAvailability, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const ATTEMPTS = 'yarn.application-attempts';

export const rule: Rule = {
  id: 'yarn-attempts-too-few',
  family: 'availability',
  severity: 'warning',
  title: 'YARN does not start the JobManager again',
  why: 'On YARN the JobManager is the application master, and YARN starts it as often as yarn.application-attempts allows. With one attempt the first lost JobManager ends the application, and high availability has nobody to recover.',
  remedy:
    'Set yarn.application-attempts to 2 or more, at most YARN’s own yarn.resourcemanager.am.max-attempts.',
  reference: 'YARN',
  source: 'Keep it going',
  needs: ['deployment'],
  sets: ['production'],
  check({ config, deployment }) {
    const attempts = config.sets(ATTEMPTS) ? Number(config.raw(ATTEMPTS)) : Number.NaN;
    if (deployment?.kind !== 'Yarn' || highAvailability(config) === 'none' || !(attempts <= 1)) return [];
    return [
      {
        message: `${ATTEMPTS} is ${attempts}, so the application ends with its first JobManager although ${modeKey(config)} is set. Set it to 2 or more.`,
        path: ATTEMPTS,
        evidence: [setting(config, ATTEMPTS), setting(config, modeKey(config))],
        fix: { set: { [ATTEMPTS]: '2' }, unset: [] },
      },
    ];
  },
};

import { highAvailability } from '../high-availability.js';
import { isBefore } from '../release-number.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'yarn-version-too-old',
  family: 'availability',
  severity: 'warning',
  title: 'This YARN is older than Flink asks for',
  why: 'What happens to an application whose master is lost changed with the versions of YARN: before 2.4 its containers are all killed, 2.4 does not let a restarted master have containers at all, before 2.6 failed attempts are counted for ever, so a job that runs for months is given up in the end. Newer versions of Flink are not tested with old Hadoop any more.',
  remedy: 'Run a YARN of at least the version that this Flink names as its oldest.',
  reference: 'YARN',
  source: 'Keep it going',
  needs: ['environment'],
  check({ config, environment, deployment }) {
    if (deployment !== undefined && deployment.kind !== 'Yarn') return [];
    const version = environment?.yarnVersion;
    const least = config.isFrom(1, 17) ? '2.10.2' : config.isFrom(1, 15) ? '2.8.5' : '2.6.0';
    if (version === undefined || isBefore(version, least) !== true) return [];
    const broken = highAvailability(config) !== 'none' && isBefore(version, '2.5') === true;
    return [
      {
        message: `YARN is ${version}; Flink ${config.flinkVersion} asks for ${least} or later.${broken ? ' With high availability a restarted JobManager of this one gets no containers.' : ''}`,
        path: '/environment/yarnVersion',
        evidence: [told('YARN', version, 'text', '/environment/yarnVersion')],
        ...(broken && { severity: 'error' }),
      },
    ];
  },
};

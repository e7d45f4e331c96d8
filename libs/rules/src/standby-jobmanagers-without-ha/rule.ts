import type { LintFacts } from '../facts.js';
import { highAvailability, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

const REPLICAS = 'kubernetes.jobmanager.replicas';

export const rule: Rule = {
  id: 'standby-jobmanagers-without-ha',
  family: 'availability',
  severity: 'error',
  title: 'Several JobManagers, and nothing elects one',
  why: 'Without high availability no service elects a leader. Flink on Kubernetes refuses to start standby JobManagers then; in a standalone cluster each one would lead a cluster of its own.',
  remedy: 'Switch high availability on, or run one JobManager.',
  reference: 'High Availability',
  source: 'Flink documentation',
  needs: [],
  check(facts) {
    const { config } = facts;
    const replicas = replicasOf(facts);
    if (replicas === null || replicas.value <= 1 || highAvailability(config) !== 'none') return [];
    const inFile = replicas.from.startsWith('/config/');
    return [
      {
        message: `${replicas.value} JobManagers are asked for and ${modeKey(config)} is not set: Flink says “High availability should be enabled when starting standby JobManagers” and does not start.`,
        path: inFile ? REPLICAS : replicas.from,
        evidence: [
          told('JobManagers', replicas.value, 'count', replicas.from),
          setting(config, modeKey(config)),
        ],
        ...(inFile && { fix: { set: {}, unset: [REPLICAS] } }),
      },
    ];
  },
};

function replicasOf({ config, deployment }: LintFacts) {
  const inFile = config.sets(REPLICAS) ? config.number(REPLICAS) : null;
  if (inFile !== null) return { value: inFile, from: `/config/${REPLICAS}` };
  const value = deployment?.jobManager?.replicas;
  return value === undefined ? null : { value, from: '/deployment/jobManager/replicas' };
}

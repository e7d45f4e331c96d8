import { highAvailability, modeKey } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'jobmanager-stands-alone',
  family: 'availability',
  severity: 'warning',
  title: 'No JobManager stands by',
  why: 'High availability keeps what a JobManager knows, but somebody has to take it over. On Kubernetes and YARN a new process is started; in a standalone cluster nothing starts one, so all jobs stand still until a person does.',
  remedy: 'Run two JobManagers or more, on different machines, or let a supervisor restart the process.',
  reference: 'High Availability',
  source: 'Keep it going',
  needs: ['deployment'],
  sets: ['production'],
  check({ config, deployment }) {
    const replicas = deployment?.jobManager?.replicas;
    if (deployment?.kind !== 'Standalone' || replicas === undefined || replicas > 1) return [];
    if (highAvailability(config) === 'none') return [];
    return [
      {
        message: `${config.keyOf(modeKey(config))} is ${config.text(modeKey(config))} and ${replicas} JobManager runs: when it is lost, no other takes over. Run 2.`,
        path: '/deployment/jobManager/replicas',
        evidence: [
          told('JobManagers', replicas, 'count', '/deployment/jobManager/replicas'),
          setting(config, modeKey(config)),
        ],
      },
    ];
  },
};

import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'session-cluster-for-batch',
  family: 'availability',
  severity: 'warning',
  title: 'Batch jobs come and go in a session cluster',
  why: 'Each submission loads the classes of the job anew, and what a library keeps of them stays in the metaspace of every TaskManager. A cluster that takes jobs every day fills up until a TaskManager dies of OutOfMemoryError: Metaspace, with all the jobs that share it.',
  remedy:
    'Start a cluster for each job, in application mode; or put the jars into lib/, so that their classes are loaded once.',
  reference: 'F10.2',
  source: 'Rabbit Holes 1',
  needs: ['deployment', 'job'],
  sets: ['production'],
  check({ deployment, job }) {
    const session = deployment?.cluster === 'session' || deployment?.kind === 'FlinkSessionJob';
    const perDay = job?.submissionsPerDay;
    if (!session || job?.type !== 'batch' || perDay === undefined || perDay < 1) return [];
    return [
      {
        message: `The job is submitted ${perDay === 1 ? 'once a day' : `${perDay} times a day`} to a session cluster that lives on: ${Math.round(perDay * 30)} times in 30 days its classes are loaded anew. Run it in a cluster of its own.`,
        path: '/deployment/cluster',
        evidence: [
          told('submissions per day', perDay, 'count', '/job/submissionsPerDay'),
          told('cluster', 'session', 'text', '/deployment/cluster'),
        ],
      },
    ];
  },
};

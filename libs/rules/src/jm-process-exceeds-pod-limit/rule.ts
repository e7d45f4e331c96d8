import { bytesOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';

const PROCESS_SIZE = 'jobmanager.memory.process.size';

export const rule: Rule = {
  id: 'jm-process-exceeds-pod-limit',
  family: 'memory',
  severity: 'error',
  title: 'The JobManager is larger than its pod may be',
  why: 'Flink divides up the memory that its configuration states, whatever the pod is allowed. A JobManager that grows into what the pod was not promised is killed by the kernel (exit code 137, OOMKilled). All its jobs go down with it, and without high availability they do not come back.',
  remedy:
    'Derive jobmanager.memory.process.size from the limit of the pod, so that one cannot change without the other.',
  reference: 'F8.1',
  source: 'Rabbit Holes 1',
  needs: ['deployment'],
  since: '1.11',
  check({ config, deployment, memory }) {
    const limit = deployment?.jobManager?.podLimitBytes;
    const size = memory.of('jobManager')?.totalProcessBytes;
    if (limit === undefined || size === undefined || size <= limit) return [];
    const fix = { set: { [PROCESS_SIZE]: `${limit}b` }, unset: [] };
    const fits = memory.after('jobManager', fix)?.totalProcessBytes === limit;
    return [
      {
        message: `Flink takes ${size} B for the process and the pod may use ${limit} B, ${size - limit} B less. Set ${PROCESS_SIZE} to the limit, or raise the limit.`,
        path: config.keyOf(PROCESS_SIZE),
        evidence: [
          bytesOf('process', size, `/config/${PROCESS_SIZE}`),
          bytesOf('pod limit', limit, '/deployment/jobManager/podLimitBytes'),
        ],
        ...(fits && { fix }),
      },
    ];
  },
};

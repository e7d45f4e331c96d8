import type { Cause } from '../cause.js';
import { said } from '../evidence.js';
import { THREADS } from '../measurements.js';
import { noRemedy } from '../remedy/remedy.js';

export const THREAD_CAUSES: readonly Cause[] = [
  {
    id: 'threads',
    pool: 'threads',
    rank: 'pool',
    signs: ['unable to create native thread', 'unable to create new native thread', 'pthread_create failed'],
    judge: (_facts, sighting) => ({
      explanation:
        'The operating system gave the process no further thread: a limit on processes (ulimit -u, pids.max of the container, kernel.pid_max) or, rarely, no address space for its stack.',
      confidence: {
        level: 'high',
        reasons: ['The JVM says this of threads only, although it calls it out of memory.'],
      },
      evidence: [said(sighting, 'The operating system refused a thread.')],
      ...noRemedy(
        'No memory option of Flink bounds threads: raise the limit of the container or of the user, or find who starts so many.',
      ),
      notThis: [
        { action: 'Raise the heap', reason: 'Stacks lie outside it: a larger heap leaves less for them.' },
        {
          action: 'Set -Xss smaller',
          reason:
            'A stack is reserved, not resident, until it is used; the limit that was met counts threads.',
        },
      ],
      measureNext: [THREADS],
    }),
  },
];

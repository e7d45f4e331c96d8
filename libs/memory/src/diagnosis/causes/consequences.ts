import type { Cause } from '../cause.js';
import { said } from '../evidence.js';
import { CONTAINER_EVENTS, EARLIER_LOG, HEAP_AFTER_GC } from '../measurements.js';
import { noRemedy } from '../remedy/remedy.js';

export const CONSEQUENCES: readonly Cause[] = [
  {
    id: 'lost-task-manager',
    pool: 'unknown',
    rank: 'consequence',
    signs: [
      'Heartbeat of TaskManager with id',
      'The heartbeat of TaskManager with id',
      'The heartbeat of JobManager with id',
      'is no longer reachable',
      'Connection unexpectedly closed by remote task manager',
      'Lost connection to task manager',
    ],
    judge: (_facts, sighting) => ({
      explanation:
        'Another process noticed that this one was gone or silent. That says nothing of memory: it was killed, it failed, the network broke, or it stood still in a long collection.',
      confidence: {
        level: 'low',
        reasons: ['It is a consequence, and the reason stands in the log of the process that was lost.'],
      },
      evidence: [said(sighting, 'The process stopped answering.')],
      ...noRemedy('Nothing in it names memory.'),
      notThis: [
        { action: 'Raise heartbeat.timeout', reason: 'A process that is gone is then only missed later.' },
        { action: 'Raise memory options', reason: 'Nothing given says that memory ran out.' },
      ],
      measureNext: [EARLIER_LOG, CONTAINER_EVENTS, HEAP_AFTER_GC],
    }),
  },
];

import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, countOf, textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';
import { stateBackendOf } from '../state-backend.js';
import { stateOn } from '../state-size.js';

export const rule: Rule = {
  id: 'state-exceeds-heap',
  family: 'state',
  severity: 'warning',
  title: 'The state is too large for the heap',
  why: 'On the heap an entry of state takes about three and a half times its serialized size, and half of the heap is needed for records, code and garbage. As the state grows, garbage collections take longer and longer. Then a TaskManager fails with “OutOfMemoryError: Java heap space”, and after the restart so does the next.',
  remedy:
    'Keep the state in rocksdb (restoring from a savepoint in the canonical format), or spread it over more TaskManagers with more heap.',
  reference: 'F4.1',
  source: 'Keep it going',
  needs: ['workload'],
  since: '1.10',
  check(facts) {
    const backend = stateBackendOf(facts);
    const state = backend?.name === 'hashmap' ? stateOn(facts, 'hashmap') : null;
    if (backend === null || state === null || state.candidate.fits) return [];
    const { stateBytes, heapBytes, taskManagers, candidate } = state;
    const takes = BigInt(Math.ceil(candidate.takesBytes));
    const heap = BigInt(heapBytes);
    return [
      {
        message: `Each of ${taskManagers} TaskManagers holds ${Math.ceil(stateBytes)} B of state, which take about ${memorySizeForPeople(takes)} on a heap of ${memorySizeForPeople(heap)}${takes > heap ? `: ${takes - heap} B more than there is` : ', more than the half that it may take'}.`,
        path: '/workload/operators',
        evidence: [
          bytesOf('state per TaskManager', BigInt(Math.ceil(stateBytes)), '/workload/operators'),
          bytesOf('on the heap', takes, 'F4.1'),
          bytesOf('task heap', heap, 'F8.1'),
          countOf('TaskManagers', taskManagers, '/cluster/machines'),
          textOf('state backend', backend.name, backend.pointer),
        ],
        ...(takes > heap && { severity: 'error' }),
      },
    ];
  },
};

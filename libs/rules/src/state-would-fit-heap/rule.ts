import { memorySizeForPeople } from '@plimsoll/units';
import { bytesOf, textOf } from '../evidence-items.js';
import type { Rule } from '../rule.js';
import { stateBackendOf } from '../state-backend.js';
import { stateOn } from '../state-size.js';

/** State that takes less than this part of the heap fits it with all its growth. */
const SMALL = 0.1;

export const rule: Rule = {
  id: 'state-would-fit-heap',
  family: 'state',
  severity: 'info',
  title: 'The state is small enough for the heap',
  why: 'RocksDB serializes each access and copies it out of native memory: a pipeline was measured to be two to three times slower than with state on the heap, a single access 25 to 40 times. State that takes a tenth of the heap gains nothing from that. It needs no managed memory and no disk either.',
  remedy:
    'Try the hashmap backend, if the state does not grow and full checkpoints of that size are quick enough.',
  reference: 'F9.1',
  source: 'Keep it going',
  needs: ['workload'],
  since: '1.10',
  check(facts) {
    const backend = stateBackendOf(facts);
    const embedded = backend?.name === 'rocksdb' || backend?.name === 'forst';
    const state = embedded ? stateOn(facts, 'hashmap') : null;
    if (backend === null || state === null || !state.complete) return [];
    const { candidate, heapBytes, stateBytes } = state;
    const growing = facts.workload?.operators.some((one) => (one.state?.newKeysPerSecond ?? 0) > 0) === true;
    if (growing || candidate.takesBytes >= SMALL * heapBytes) return [];
    const takes = BigInt(Math.ceil(candidate.takesBytes));
    return [
      {
        message: `Each TaskManager holds ${Math.ceil(stateBytes)} B of state, about ${memorySizeForPeople(takes)} on a heap of ${memorySizeForPeople(BigInt(heapBytes))}: ${((candidate.takesBytes / heapBytes) * 100).toFixed(1)} %. ${backend.name} makes every access slower and is not needed for its size.`,
        path: facts.config.keyOf(
          backend.from === 'config' ? backend.pointer.slice('/config/'.length) : 'state.backend',
        ),
        evidence: [
          bytesOf('on the heap', takes, 'F4.1'),
          bytesOf('task heap', BigInt(heapBytes), 'F8.1'),
          textOf('state backend', backend.name, backend.pointer),
        ],
      },
    ];
  },
};

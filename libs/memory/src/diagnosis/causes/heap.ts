import type { Cause, Judgement, Sighting } from '../cause.js';
import { poolEvidence, said } from '../evidence.js';
import type { Facts } from '../facts.js';
import { EARLIER_LOG, HEAP_AFTER_GC, HEAP_DUMP } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { noRemedy } from '../remedy/remedy.js';
import { targetSize } from '../remedy/target.js';

const NOT_THE_HEAP = [
  {
    action: 'Raise taskmanager.memory.framework.heap.size',
    reason:
      'It is a reserve for Flink itself, not a limit of its own: user code and framework share one -Xmx.',
  },
  {
    action: 'Raise taskmanager.memory.process.size alone',
    reason:
      'Four tenths of each further byte become managed memory and a tenth network memory; hold those where they are.',
  },
  {
    action: 'Set -Xmx in env.java.opts.*',
    reason:
      'Flink sets it itself from the memory options; a second one parts the JVM from what the container was given.',
  },
];

const heap = (facts: Facts, sighting: Sighting, statement: string): Judgement => ({
  explanation:
    'The heap, -Xmx, is full of objects that are in use. The thread that reports it is the one that came too late, not necessarily the one that filled it.',
  confidence: { level: 'high', reasons: ['The JVM says this of the heap only.'] },
  evidence: [said(sighting, statement), ...poolEvidence(facts, 'heap', 'The heap')],
  ...grown(facts, 'heap', targetSize(facts, 'heap'), 'More heap.'),
  notThis: facts.component === 'taskmanager' ? NOT_THE_HEAP : NOT_THE_HEAP.slice(2),
  measureNext: [HEAP_AFTER_GC, HEAP_DUMP],
});

export const HEAP_CAUSES: readonly Cause[] = [
  {
    id: 'java-heap-space',
    pool: 'jvmHeap',
    rank: 'pool',
    signs: ['Java heap space', 'java.lang.OutOfMemoryError: Java heap'],
    judge: (facts, sighting) => heap(facts, sighting, 'The JVM could not allocate an object on its heap.'),
  },
  {
    id: 'gc-overhead-limit',
    pool: 'jvmHeap',
    rank: 'pool',
    signs: ['GC overhead limit exceeded'],
    judge: (facts, sighting) =>
      heap(
        facts,
        sighting,
        'The collector took nearly all of the time and freed next to nothing: the heap is full of objects in use.',
      ),
  },
  {
    id: 'array-size-limit',
    pool: 'jvmHeap',
    rank: 'pool',
    signs: [
      'Requested array size exceeds VM limit',
      'OutOfMemoryError: Required array length',
      'OutOfMemoryError: Required length exceeds implementation limit',
      'ByteArrayOutputStream.hugeCapacity',
      'ArraysSupport.hugeLength',
    ],
    explains: ['out-of-memory-unnamed'],
    judge: (_facts, sighting) => ({
      explanation:
        'Code asked for one array of about 2^31 elements, or for a buffer that grows beyond it, which no JVM allocates, however large its heap.',
      confidence: { level: 'high', reasons: ['The JVM says this of one request, not of the heap.'] },
      evidence: [said(sighting, 'One array was asked for that is too long for any heap.')],
      ...noRemedy(
        'No size helps: the record or collection that is serialized into one array has to be split.',
      ),
      notThis: [{ action: 'Raise the heap', reason: 'The limit is the length of an array, not the heap.' }],
      measureNext: [HEAP_DUMP],
    }),
  },
  {
    id: 'out-of-memory-unnamed',
    pool: 'unknown',
    rank: 'ending',
    signs: ['java.lang.OutOfMemoryError'],
    unless: /^java\.lang\.OutOfMemoryError\w*(?:\s*:|\w)/,
    judge: (_facts, sighting) => ({
      explanation:
        'Some memory ran out, and the line does not say which: an error that is thrown very often loses its message, and code that throws it itself may give none. The first one in the log of the process mostly names it.',
      confidence: { level: 'low', reasons: ['The class of the error is the same for every pool.'] },
      evidence: [said(sighting, 'An OutOfMemoryError without a message.')],
      ...noRemedy('Until it is known which pool was full, no change of sizes is founded.'),
      notThis: [
        {
          action: 'Raise the heap',
          reason: 'Metaspace, direct memory and threads fail with the same class.',
        },
      ],
      measureNext: [EARLIER_LOG, HEAP_AFTER_GC],
    }),
  },
  {
    id: 'heap-too-small-to-start',
    pool: 'jvmHeap',
    rank: 'start',
    signs: ['Too small maximum heap', 'Too small initial heap'],
    judge: (facts, sighting) => ({
      explanation: 'The heap that follows from the configuration is smaller than any JVM starts with.',
      confidence: { level: 'high', reasons: ['The JVM refuses its own -Xmx.'] },
      evidence: [said(sighting, 'The JVM did not start.'), ...poolEvidence(facts, 'heap', 'The heap')],
      ...grown(facts, 'heap', targetSize(facts, 'heap'), 'Enough heap to start with.'),
      notThis: NOT_THE_HEAP.slice(2),
      measureNext: [HEAP_AFTER_GC],
    }),
  },
];

import type { Cause } from '../cause.js';
import { found, operand, said } from '../evidence.js';
import { EARLIER_LOG, MAPPINGS, NATIVE_TRACKING, ROCKSDB_USE } from '../measurements.js';
import { noRemedy } from '../remedy/remedy.js';

export const NATIVE_CAUSES: readonly Cause[] = [
  {
    id: 'native-allocation',
    pool: 'outsideJvm',
    rank: 'pool',
    signs: [
      'OutOfMemoryError: Unable to allocate',
      'OutOfMemoryError: unable to allocate',
      'OutOfMemoryError: Map failed',
      'std::bad_alloc',
      'Cannot allocate memory',
    ],
    judge: (facts, sighting) => ({
      explanation:
        'Memory outside of every pool was refused by the operating system: Unsafe, a native library, or the allocator itself. It lies outside the JVM’s accounting, and no option of Flink bounds it.',
      confidence: {
        level: 'medium',
        reasons: ['The pool is certain; who allocated is told by the stack at most for the last allocation.'],
      },
      evidence: [
        said(sighting, 'A native allocation failed.'),
        ...(facts.observed.residentBytes === undefined
          ? []
          : [found('The process held this much.', operand('resident', facts.observed.residentBytes))]),
      ],
      ...noRemedy('Nothing tells how much is needed: measure first what the resident set consists of.'),
      notThis: [
        { action: 'Raise the heap', reason: 'The allocation was not on it, and a larger heap leaves less.' },
      ],
      measureNext: [NATIVE_TRACKING, MAPPINGS, ROCKSDB_USE],
    }),
  },
  {
    id: 'jvm-crash',
    pool: 'outsideJvm',
    rank: 'pool',
    signs: ['A fatal error has been detected by the Java Runtime Environment', 'SIGSEGV'],
    exitCodes: [134, 139],
    judge: (_facts, sighting) => ({
      explanation:
        'The JVM crashed in native code. That is a fault of a library or of the JVM, now and then after an allocation that failed; it is no pool that is too small.',
      confidence: {
        level: sighting.by === 'text' ? 'medium' : 'low',
        reasons: ['A crash says where it happened, hs_err_pid.log, and not why.'],
      },
      evidence: [said(sighting, 'The JVM was ended by a signal of its own.')],
      ...noRemedy(
        'No memory option is known to be wrong: the problematic frame in hs_err_pid.log names the library.',
      ),
      notThis: [
        {
          action: 'Raise memory options until it is gone',
          reason: 'A crash that then comes later is the same one.',
        },
      ],
      measureNext: [EARLIER_LOG, NATIVE_TRACKING],
    }),
  },
];

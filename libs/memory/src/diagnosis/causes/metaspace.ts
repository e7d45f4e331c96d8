import type { Cause } from '../cause.js';
import { poolEvidence, said } from '../evidence.js';
import { CLASS_LOADERS } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { targetSize } from '../remedy/target.js';

const NOT_METASPACE = [
  {
    action: 'Raise the heap or the process size alone',
    reason: 'Classes lie in metaspace, which has a limit of its own: -XX:MaxMetaspaceSize.',
  },
  {
    action: 'Raise it again at each failure',
    reason: 'Where it fills a little more with each submission, class loaders leak, and no size lasts.',
  },
];

const metaspace = (id: string, signs: readonly string[], explanation: string): Cause => ({
  id,
  pool: 'jvmMetaspace',
  rank: 'pool',
  signs,
  judge: (facts, sighting) => ({
    explanation,
    confidence: {
      level: 'high',
      reasons: ['The JVM names the space that is full; whether it is too small or leaks, it cannot say.'],
    },
    evidence: [
      said(sighting, 'The JVM could not load another class.'),
      ...poolEvidence(facts, 'metaspace', 'Metaspace'),
    ],
    ...grown(facts, 'metaspace', targetSize(facts, 'metaspace'), 'More metaspace.'),
    notThis: NOT_METASPACE,
    measureNext: [CLASS_LOADERS],
  }),
});

export const METASPACE_CAUSES: readonly Cause[] = [
  metaspace(
    'metaspace',
    ['OutOfMemoryError: Metaspace', 'Metaspace. The metaspace out-of-memory error'],
    'The metaspace is full of classes: the jobs have more of them than it holds, or class loaders of earlier submissions are still referenced.',
  ),
  metaspace(
    'compressed-class-space',
    ['OutOfMemoryError: Compressed class space'],
    'The part of the metaspace for class pointers is full: it is bounded by -XX:CompressedClassSpaceSize, and with a smaller metaspace by that. Where the option is set, take it out too.',
  ),
];

import { known } from '@plimsoll/trace';
import type { Cause, Sighting } from '../cause.js';
import type { DiagnosisEvidence } from '../diagnosis.js';
import { found, operand, poolEvidence, said } from '../evidence.js';
import { type Facts, fromText } from '../facts.js';
import { DIRECT_USE } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { targetSize } from '../remedy/target.js';

const RESERVATION =
  /Cannot reserve (\d{1,18}) bytes of direct buffer memory \(allocated: (\d{1,18}), limit: (\d{1,18})\)/;

/** Netty counts its own direct memory, against the same limit of the JVM. */
const OF_NETTY =
  /failed to allocate (\d{1,18}) byte\(s\) of direct memory \(used: (\d{1,18}), max: (\d{1,18})\)/;

interface Reservation {
  readonly requested: bigint;
  readonly allocated: bigint;
  readonly limit: bigint;
}

/** What Java 16 and later, or Netty, say of the allocation that failed. */
export function reservation({ excerpt }: Sighting): Reservation | null {
  const [, requested, allocated, limit] = RESERVATION.exec(excerpt) ?? OF_NETTY.exec(excerpt) ?? [];
  if (requested === undefined || allocated === undefined || limit === undefined) return null;
  return { requested: BigInt(requested), allocated: BigInt(allocated), limit: BigInt(limit) };
}

function evidenceOf(facts: Facts, sighting: Sighting): DiagnosisEvidence[] {
  const failed = reservation(sighting);
  const named =
    failed === null
      ? []
      : (['requested', 'allocated', 'limit'] as const).map((name) => operand(name, fromText(failed[name])));
  const evidence = [
    said(sighting, 'The JVM could not allocate a buffer outside its heap.', ...named),
    ...poolEvidence(facts, 'direct', 'Direct memory (framework and task off-heap, network)'),
  ];
  const size = facts.pools?.direct;
  if (failed === null || size === undefined || failed.limit === size) return evidence;
  return [
    ...evidence,
    found(
      'The process ran with another limit than the configuration gives it: -XX:MaxDirectMemorySize is set elsewhere, or this is not its configuration.',
      operand('limit', fromText(failed.limit)),
      operand('configured', known('bytes', size, '/config', 'verified')),
    ),
  ];
}

export const DIRECT_CAUSES: readonly Cause[] = [
  {
    id: 'direct-memory',
    pool: 'direct',
    rank: 'pool',
    signs: [
      'OutOfMemoryError: Direct buffer memory',
      'of direct buffer memory (allocated',
      'Direct buffer memory. The direct',
      'OutOfDirectMemoryError',
    ],
    judge: (facts, sighting) => {
      const failed = reservation(sighting);
      const asked = failed === null ? [] : [fromText(failed.allocated + failed.requested)];
      return {
        explanation:
          'Buffers outside the heap are at -XX:MaxDirectMemorySize, which Flink sets to framework off-heap, task off-heap and network memory. Network memory is allocated as a whole at the start, so what overran is the rest: connectors, file systems, Netty, user code.',
        confidence: {
          level: 'high',
          reasons: [
            'The JVM says this of direct memory only; what allocates it, the stack of the error tells at most of the last one.',
          ],
        },
        evidence: evidenceOf(facts, sighting),
        ...grown(
          facts,
          'direct',
          targetSize(facts, 'direct', ...asked),
          'More direct memory, as off-heap memory of tasks.',
        ),
        notThis: [
          {
            action: 'Raise network memory',
            reason:
              'Flink fills what it adds with network buffers at once: the limit and the use both grow by it.',
          },
          {
            action: 'Raise the heap',
            reason: 'Direct buffers are not on the heap; in a fixed process the heap takes from them.',
          },
          {
            action: 'Set -XX:MaxDirectMemorySize in env.java.opts.*',
            reason: 'The process then takes more than its container was sized for.',
          },
        ],
        measureNext: [DIRECT_USE],
      };
    },
  },
];

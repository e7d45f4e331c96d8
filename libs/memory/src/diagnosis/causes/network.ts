import { known } from '@plimsoll/trace';
import { MIB } from '../../mebibyte.js';
import type { Cause, Judgement, Sighting } from '../cause.js';
import { operand, poolEvidence, said } from '../evidence.js';
import { type Facts, fromText } from '../facts.js';
import { NETWORK_NEEDED } from '../formulas.js';
import { BUFFERS_IN_USE, DIRECT_USE } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { directLimitOverride, withoutOverride } from '../remedy/java-options.js';
import { type Answered, noRemedy } from '../remedy/remedy.js';
import { targetSize } from '../remedy/target.js';
import { reservation } from './direct.js';

const REQUIRED = /required (\d{1,9}), but only (-?\d{1,9}) available/;
const TOTAL = /currently set to (\d{1,9}) of (\d{1,9}) bytes each/;
const SEGMENTS =
  /required \(M[bB]\): (\d{1,9}), allocated \(M[bB]\): (\d{1,9}), missing \(M[bB]\): (-?\d{1,9})/;

const NOT_NETWORK = [
  {
    action: 'Raise the heap',
    reason: 'Buffers are not on the heap, and in a fixed process the heap takes from them.',
  },
  {
    action: 'Raise taskmanager.memory.network.fraction alone',
    reason: 'min and max bind it; where max binds nothing changes.',
  },
];

function needed(facts: Facts, { excerpt }: Sighting) {
  const [, required, available] = REQUIRED.exec(excerpt) ?? [];
  const [, total, segment] = TOTAL.exec(excerpt) ?? [];
  if (required === undefined || available === undefined || total === undefined || segment === undefined) {
    return null;
  }
  const count = (text: string) => known('count', Number(text), '/symptom/text');
  const inputs = {
    total: count(total),
    available: count(available),
    required: count(required),
    segment: fromText(BigInt(segment)),
  };
  return { inputs, size: facts.derivation.derive('diagnosis.network.forBuffers', NETWORK_NEEDED, inputs) };
}

function buffers(facts: Facts, sighting: Sighting, statement: string): Judgement {
  const asked = needed(facts, sighting);
  const operands =
    asked === null ? [] : Object.entries(asked.inputs).map(([name, value]) => operand(name, value));
  return {
    explanation:
      'A task asked for the buffers of one more gate or partition than network memory has. Each exchange takes two per channel and one per gate, so the need grows with the parallelism on both sides and with the tasks per TaskManager. The figure is that of the first task which got none: others may follow.',
    confidence: { level: 'high', reasons: ['Flink says this of its pool of network buffers only.'] },
    evidence: [said(sighting, statement, ...operands), ...poolEvidence(facts, 'network', 'Network memory')],
    ...grown(
      facts,
      'network',
      targetSize(facts, 'network', ...(asked === null ? [] : [asked.size])),
      'More network buffers.',
    ),
    notThis: [
      ...NOT_NETWORK,
      { action: 'Raise taskmanager.numberOfTaskSlots', reason: 'More tasks then share the same buffers.' },
    ],
    measureNext: [BUFFERS_IN_USE],
  };
}

function segments(facts: Facts, sighting: Sighting): Judgement {
  const [, required, allocated] = SEGMENTS.exec(sighting.excerpt) ?? [];
  const operands =
    required === undefined || allocated === undefined
      ? []
      : [
          operand('required', fromText(BigInt(required) * MIB)),
          operand('allocated', fromText(BigInt(allocated) * MIB)),
        ];
  const remedy = segmentsRemedy(facts, sighting);
  return {
    explanation:
      'Flink allocates all of network memory when it starts, and the JVM’s limit of direct memory came first. Flink sets that limit to network memory and more, so another one is in force: -XX:MaxDirectMemorySize among the JVM options, or, in an IDE or a MiniCluster, the heap, which is the limit where none is set.',
    confidence: {
      level: 'high',
      reasons: ['Flink says this only when its pool of network buffers cannot be allocated.'],
    },
    evidence: [
      said(sighting, 'Not all network buffers could be allocated.', ...operands),
      ...poolEvidence(facts, 'network', 'Network memory'),
    ],
    ...remedy,
    notThis: [
      {
        action: 'Raise network memory',
        reason: 'It is already more than the JVM lets the process have; more of it fails sooner.',
      },
      {
        action: 'Raise taskmanager.memory.task.off-heap.size where the JVM option stays',
        reason: 'The option set elsewhere wins over the limit that Flink derives.',
      },
    ],
    measureNext: [DIRECT_USE],
  };
}

/** More direct memory helps only where the limit that was met is the one that Flink derives. */
function segmentsRemedy(facts: Facts, sighting: Sighting): Answered {
  const override = directLimitOverride(facts);
  if (override !== null) return withoutOverride(facts, override);
  const met = reservation(sighting)?.limit;
  const derived = facts.pools?.direct;
  const otherLimit = met !== undefined && derived !== undefined && met < derived;
  if (otherLimit || /MiniCluster|LocalStreamEnvironment/.test(sighting.excerpt)) {
    return noRemedy(
      'The limit that was met is not the one that Flink derives from this configuration. In a MiniCluster or an IDE it is the heap: give it an -Xmx above what was required, or set taskmanager.memory.network.min and .max to what was allocated.',
    );
  }
  return grown(
    facts,
    'direct',
    targetSize(facts, 'direct'),
    'A larger limit of direct memory than the network buffers take.',
  );
}

const BATCH_MISSING = /bytes allocated: \d{1,18}, bytes still needed: (\d{1,18})/;
const BATCH_KEY = 'taskmanager.memory.framework.off-heap.batch-shuffle.size';

export const NETWORK_CAUSES: readonly Cause[] = [
  {
    id: 'batch-shuffle-read-buffers',
    pool: 'direct',
    rank: 'pool',
    signs: ['batch shuffle read buffer pool', 'direct buffer for batch shuffle read'],
    explains: ['direct-memory'],
    judge: (facts, sighting) => {
      const [, missing] = BATCH_MISSING.exec(sighting.excerpt) ?? [];
      const lacking = missing === undefined ? null : fromText(BigInt(missing));
      const asked =
        lacking === null || facts.pools === null ? [] : [fromText(facts.pools.direct + lacking.value)];
      return {
        explanation: `The buffers that read blocking results back (${BATCH_KEY}) are part of framework off-heap memory and are allocated at the first read; direct memory had no room left for them.`,
        confidence: { level: 'high', reasons: ['Flink says this of these buffers only.'] },
        evidence: [
          said(
            sighting,
            'Buffers for reading results of batch tasks could not be allocated.',
            ...(lacking === null ? [] : [operand('still needed', lacking)]),
          ),
          ...poolEvidence(facts, 'direct', 'Direct memory (framework and task off-heap, network)'),
        ],
        ...grown(facts, 'direct', targetSize(facts, 'direct', ...asked), 'More direct memory.'),
        notThis: [
          {
            action: `Raise ${BATCH_KEY} alone`,
            reason: 'It is a share of framework off-heap memory and adds nothing to the limit.',
          },
          ...NOT_NETWORK.slice(0, 1),
        ],
        measureNext: [DIRECT_USE],
      };
    },
  },
  {
    id: 'network-segments',
    pool: 'network',
    rank: 'pool',
    signs: ['Could not allocate enough memory segments for NetworkBufferPool', 'NetworkBufferPool.<init>'],
    explains: ['direct-memory'],
    judge: segments,
  },
  {
    id: 'network-buffers',
    pool: 'network',
    rank: 'pool',
    signs: ['Insufficient number of network buffers'],
    judge: (facts, sighting) =>
      buffers(facts, sighting, 'There are fewer network buffers than the tasks require.'),
  },
  {
    id: 'network-buffers-timeout',
    pool: 'network',
    rank: 'pool',
    signs: ['Timeout triggered when requesting exclusive buffers'],
    judge: (facts, sighting) => buffers(facts, sighting, 'A task waited for its exclusive buffers in vain.'),
  },
];

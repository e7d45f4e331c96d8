import { type Known, known } from '@plimsoll/trace';
import type { Cause, Judgement, Sighting } from '../cause.js';
import type { DiagnosisEvidence } from '../diagnosis.js';
import { found, operand, said } from '../evidence.js';
import { type Facts, fromText, isSet, keyOf, poolSize } from '../facts.js';
import { OVERHEAD_NEEDED } from '../formulas.js';
import { CONTAINER_EVENTS, MAPPINGS, NATIVE_TRACKING, RESIDENT, ROCKSDB_USE } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { type Answered, noRemedy, remedyOf } from '../remedy/remedy.js';
import { bytesText } from '../remedy/settings.js';
import { targetSize } from '../remedy/target.js';
import { usageInText } from './container-usage.js';

const NOT_LIMIT = [
  {
    action: 'Raise the heap or managed memory',
    reason: 'What overran is outside both: in the same container more of either leaves less for it.',
  },
  {
    action: 'Raise only the pod’s limit and leave process.size',
    reason: 'It helps as long as nothing grows, but a climb that is a leak only takes longer.',
  },
];

const OUTSIDE = [NATIVE_TRACKING, MAPPINGS, ROCKSDB_USE, RESIDENT];

/** A process that took more than its container may hold. */
export function beyondContainer(facts: Facts, sighting: Sighting, statement: string): Judgement {
  const { pools, podLimit } = facts;
  const { resident, limit } = usageInText(facts, sighting);
  const evidence: DiagnosisEvidence[] = [
    said(
      sighting,
      statement,
      ...(resident === null ? [] : [operand('resident', resident)]),
      ...(limit === null ? [] : [operand('limit', limit)]),
    ),
  ];
  if (pools !== null && podLimit !== null && podLimit.value < pools.processSize) {
    return limitBelowProcess(facts, evidence);
  }
  if (pools !== null) {
    evidence.push(
      found(
        'The configuration sizes the process so.',
        operand('process size', poolSize(pools, 'processSize')),
      ),
    );
  }
  const unbounded = unboundedRocksDb(facts);
  if (unbounded !== null) return { ...unbounded, evidence };
  const observed = resident !== null;
  return {
    explanation:
      'The process took more memory than its container may hold, and no pool of the JVM reported that it was full: heap, metaspace and direct memory have limits of their own and fail by name. What is left is native memory, which JVM overhead has to hold: RocksDB beyond managed memory, arenas of the allocator (MALLOC_ARENA_MAX, jemalloc), stacks, native libraries. From the facts given it cannot be told which: it lies outside the JVM’s accounting.',
    confidence: {
      level: observed ? 'medium' : 'low',
      reasons: [
        observed
          ? 'That the container’s limit was met is certain; that native memory did it follows from the JVM’s own limits not being met.'
          : 'That the container’s limit was met is certain; how large the process was is not known.',
      ],
    },
    evidence,
    ...moreOverhead(facts, resident),
    notThis: NOT_LIMIT,
    measureNext: OUTSIDE,
  };
}

function moreOverhead(facts: Facts, resident: Known<'bytes'> | null): Answered {
  const { pools, derivation } = facts;
  if (pools === null) return grown(facts, 'overhead', 0n, '');
  const asked =
    resident === null
      ? []
      : [
          derivation.derive('diagnosis.overhead.beyond', OVERHEAD_NEEDED, {
            overhead: poolSize(pools, 'overhead'),
            resident,
            processSize: poolSize(pools, 'processSize'),
          }),
        ];
  return grown(
    facts,
    'overhead',
    targetSize(facts, 'overhead', ...asked),
    'More room for native memory, as JVM overhead.',
  );
}

/** The configuration alone explains it: Flink may use more than the pod may hold. */
function limitBelowProcess(facts: Facts, evidence: readonly DiagnosisEvidence[]): Judgement {
  const { pools, podLimit } = facts;
  const limit = podLimit?.value ?? 0n;
  const processSize = pools?.processSize ?? 0n;
  const processKey = keyOf(facts, 'process.size');
  const others = [keyOf(facts, 'flink.size')].filter((key) => isSet(facts, key));
  const reason = `The process may take no more than the pod holds: ${limit} bytes.`;
  const remedy = remedyOf(facts, { set: { [processKey]: bytesText(limit) }, unset: others }, reason);
  return {
    explanation: `The configuration sizes the process to ${processSize} bytes, ${processSize - limit} more than the pod may hold: it is killed as soon as it uses what it was given.`,
    confidence: { level: 'high', reasons: ['The pod’s limit is below the process size.'] },
    evidence: [
      ...evidence,
      found(
        'The pod may hold less than the process is sized to.',
        operand('pod limit', podLimit ?? known('bytes', 0n, '/podLimit')),
        ...(pools === null ? [] : [operand('process size', poolSize(pools, 'processSize'))]),
      ),
    ],
    ...(remedy === null
      ? noRemedy(
          `Flink does not accept a process of ${limit} bytes with the other options as they are: raise the pod limit to at least ${processSize} bytes.`,
        )
      : { remedy, noRemedyReason: null }),
    notThis: NOT_LIMIT.slice(0, 1),
    measureNext: [RESIDENT],
  };
}

const UNMANAGED = 'state.backend.rocksdb.memory.managed';

/** RocksDB that was told to allocate as it likes. */
function unboundedRocksDb(facts: Facts): Omit<Judgement, 'evidence'> | null {
  const { config } = facts;
  if (config === null || facts.component !== 'taskmanager') return null;
  if (!isSet(facts, UNMANAGED) || config[UNMANAGED]?.trim().toLowerCase() !== 'false') return null;
  const remedy = remedyOf(
    facts,
    { set: { [UNMANAGED]: 'true' }, unset: [] },
    'RocksDB then stays within managed memory, apart from iterators and pinned blocks.',
  );
  return {
    explanation: `${UNMANAGED} is false: each RocksDB instance allocates block cache and memtables of its own, per state and slot, and no option bounds their sum.`,
    confidence: {
      level: 'medium',
      reasons: ['The configuration takes RocksDB out of every limit; how much it used is not known.'],
    },
    ...(remedy === null
      ? noRemedy('Set it to true in a configuration that Flink accepts.')
      : { remedy, noRemedyReason: null }),
    notThis: NOT_LIMIT,
    measureNext: OUTSIDE,
  };
}

export const CONTAINER_CAUSES: readonly Cause[] = [
  {
    id: 'container-memory-limit',
    pool: 'process',
    rank: 'container',
    signs: [
      'OOMKilled',
      'Memory cgroup out of memory',
      'oom-kill:constraint=CONSTRAINT_MEMCG',
      "beyond the 'PHYSICAL' memory limit",
      'running beyond physical memory limits',
    ],
    unless: /^OOMKilled"?(?:\s*[:=]\s*false|[^{}\n]{0,30}\} 0(?:\.0)?\s*(?:$|\n))/i,
    reasons: ['oomkilled'],
    exitCodes: [-104],
    explains: ['killed', 'terminated'],
    judge: (facts, sighting) =>
      beyondContainer(facts, sighting, 'The container was ended because it held more memory than it may.'),
  },
  {
    id: 'container-virtual-memory-limit',
    pool: 'process',
    rank: 'container',
    signs: ["beyond the 'VIRTUAL' memory limit", 'running beyond virtual memory limits'],
    exitCodes: [-103],
    explains: ['killed', 'terminated'],
    judge: (facts, sighting) => ({
      explanation:
        'YARN counted address space, not memory: a JVM reserves far more of it than it uses (heap, class space, code, 64 MiB per arena and thread).',
      confidence: { level: 'high', reasons: ['YARN says which of its two limits was met.'] },
      evidence: [
        said(
          sighting,
          'YARN ended the container over its virtual memory.',
          ...Object.entries(usageInText(facts, sighting)).flatMap(([name, size]) =>
            size === null ? [] : [operand(`${name} physical`, fromText(size.value))],
          ),
        ),
      ],
      ...noRemedy(
        'No memory option of Flink bounds address space: set yarn.nodemanager.vmem-check-enabled to false, or raise yarn.nodemanager.vmem-pmem-ratio.',
      ),
      notThis: [
        {
          action: 'Raise process.size',
          reason:
            'It raises the limit by a factor, but a larger heap reserves more as well, and the machine’s memory is spent for nothing.',
        },
      ],
      measureNext: [RESIDENT, CONTAINER_EVENTS],
    }),
  },
];

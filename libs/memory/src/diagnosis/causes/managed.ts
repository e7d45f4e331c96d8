import { type Known, known, knownDefault } from '@plimsoll/trace';
import { configPointer } from '../../option.js';
import type { Cause, Judgement, Sighting } from '../cause.js';
import { operand, poolEvidence, said } from '../evidence.js';
import { type Facts, fromText, poolSize } from '../facts.js';
import { MORE_BY_MISSING } from '../formulas.js';
import { MANAGED_USE } from '../measurements.js';
import { grown } from '../remedy/grow.js';
import { targetSize } from '../remedy/target.js';

/** 1.10 and 1.11 wrote a full stop where later versions have a comma. */
const RESERVATION = /Could not allocate (\d{1,18}) bytes[.,] [oO]nly (\d{1,18}) bytes are remaining/;
const SHARED = /shared memory resource of size (\d{1,18})/;

function managed(facts: Facts, sighting: Sighting, statement: string): Judgement {
  const { excerpt } = sighting;
  const [, requested, remaining] = RESERVATION.exec(excerpt) ?? [];
  const [, shared] = SHARED.exec(excerpt) ?? [];
  const asked = requested ?? shared;
  const inputs =
    asked === undefined
      ? null
      : { requested: fromText(BigInt(asked)), remaining: fromText(BigInt(remaining ?? 0)) };
  const more =
    inputs === null || facts.pools === null
      ? []
      : [
          facts.derivation.derive('diagnosis.managed.withMissing', MORE_BY_MISSING, {
            size: poolSize(facts.pools, 'managed'),
            ...inputs,
            slots: slotsOf(facts),
          }),
        ];
  return {
    explanation:
      'An operator or state backend reserved managed memory that its slot does not have. Each slot has an equal part, and in it each kind of consumer (state backend and operators, Python) its weight.',
    confidence: { level: 'high', reasons: ['Flink says this of managed memory only.'] },
    evidence: [
      said(
        sighting,
        statement,
        ...(inputs === null ? [] : Object.entries(inputs).map(([name, value]) => operand(name, value))),
      ),
      ...poolEvidence(facts, 'managed', 'Managed memory'),
    ],
    ...grown(facts, 'managed', targetSize(facts, 'managed', ...more), 'More managed memory.'),
    notThis: [
      {
        action: 'Raise the heap',
        reason: 'Managed memory is not on the heap; in a fixed process the heap takes from it.',
      },
      {
        action: 'Raise taskmanager.numberOfTaskSlots',
        reason: 'The same managed memory is then divided by more slots.',
      },
    ],
    measureNext: [MANAGED_USE],
  };
}

const SLOTS = 'taskmanager.numberOfTaskSlots';

/** As many as the configuration says, Flink's default of one where it does not or cannot be read. */
function slotsOf({ config }: Facts): Known<'count'> {
  const slots = config !== null && Object.hasOwn(config, SLOTS) ? Number(config[SLOTS]) : Number.NaN;
  return Number.isSafeInteger(slots) && slots > 0 && slots < 1e6
    ? known('count', slots, configPointer(SLOTS))
    : knownDefault('count', 1, SLOTS);
}

export const MANAGED_CAUSES: readonly Cause[] = [
  {
    id: 'managed-shared-resource',
    pool: 'managed',
    rank: 'pool',
    signs: [
      'Could not created the shared memory resource',
      'Could not create the shared memory resource',
      'Failed to acquire shared cache resource for RocksDB',
    ],
    explains: ['managed-reservation'],
    judge: (facts, sighting) =>
      managed(facts, sighting, 'The state backend could not have its share of the slot’s managed memory.'),
  },
  {
    id: 'managed-reservation',
    pool: 'managed',
    rank: 'pool',
    signs: [
      'MemoryAllocationException: Could not allocate',
      'MemoryReservationException: Could not allocate',
      'Too little memory provided to sorter',
      'Cannot allocate more segments',
      'This usually indicates that you are requesting more memory than you have reserved',
    ],
    judge: (facts, sighting) =>
      managed(facts, sighting, 'Managed memory was asked for beyond what was left.'),
  },
];

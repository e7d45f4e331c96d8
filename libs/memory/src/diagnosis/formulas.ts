import { exactFormula } from '@plimsoll/trace';
import { multiplySize } from '@plimsoll/units';
import { largest } from '../whole-sizes.js';

/** A pool of which only its size is known. */
export const GROWN = exactFormula({
  reference: 'F8.4',
  label: 'size that a pool needs after it ran out',
  unit: 'bytes',
  inputs: { size: 'bytes', growth: 'ratio', leastGrowth: 'bytes' },
  text: 'max(size + ⌊size × growth⌋, size + leastGrowth)',
  compute: ({ size, growth, leastGrowth }) => largest(size + multiplySize(size, growth), size + leastGrowth),
  evidence: 'heuristic',
});

/** What a pool keeps at least, by its observed use. */
export const KEPT = exactFormula({
  reference: 'F8.4',
  label: 'size that an observed use needs',
  unit: 'bytes',
  inputs: { used: 'bytes', headroom: 'ratio' },
  text: 'used + ⌊used × headroom⌋',
  compute: ({ used, headroom }) => used + multiplySize(used, headroom),
  evidence: 'heuristic',
});

export const LARGER = exactFormula({
  reference: 'F8.4',
  label: 'size to set',
  unit: 'bytes',
  inputs: { grown: 'bytes', needed: 'bytes' },
  text: 'max(grown, needed)',
  compute: ({ grown, needed }) => largest(grown, needed),
});

export const NETWORK_NEEDED = exactFormula({
  reference: 'F8.3',
  label: 'network memory for the buffers asked for',
  unit: 'bytes',
  inputs: { total: 'count', available: 'count', required: 'count', segment: 'bytes' },
  text: '(total − available + required) × segment',
  compute: ({ total, available, required, segment }) => BigInt(total - available + required) * segment,
  evidence: 'verified',
});

export const MORE_BY_MISSING = exactFormula({
  reference: 'F8.4',
  label: 'size with what each slot missed',
  unit: 'bytes',
  inputs: { size: 'bytes', requested: 'bytes', remaining: 'bytes', slots: 'count' },
  text: 'size + (requested − remaining) × slots',
  compute: ({ size, requested, remaining, slots }) => size + (requested - remaining) * BigInt(slots),
});

export const OVERHEAD_NEEDED = exactFormula({
  reference: 'F8.1',
  label: 'JVM overhead for what the process takes beyond its size',
  unit: 'bytes',
  inputs: { overhead: 'bytes', resident: 'bytes', processSize: 'bytes' },
  text: 'overhead + max(resident − processSize, 0)',
  compute: ({ overhead, resident, processSize }) =>
    overhead + (resident > processSize ? resident - processSize : 0n),
  evidence: 'heuristic',
});

export const SHARE_OF_LIMIT = exactFormula({
  reference: 'F8.1',
  label: 'resident set as a share of the limit',
  unit: 'ratio',
  inputs: { resident: 'bytes', limit: 'bytes' },
  text: 'resident ÷ limit',
  compute: ({ resident, limit }) => (limit === 0n ? 0 : Number(resident) / Number(limit)),
});

export const DIAGNOSIS_FORMULAS = [
  GROWN,
  KEPT,
  LARGER,
  NETWORK_NEEDED,
  MORE_BY_MISSING,
  OVERHEAD_NEEDED,
  SHARE_OF_LIMIT,
];

import { exactFormula } from '@plimsoll/trace';
import { multiplySize } from '@plimsoll/units';
import { largest, smallest } from '../whole-sizes.js';

export const OVERHEAD_OF_PROCESS = exactFormula({
  reference: 'F8.1',
  label: 'JVM overhead of a process',
  unit: 'bytes',
  inputs: { processSize: 'bytes', fraction: 'ratio', least: 'bytes', most: 'bytes' },
  text: 'max(least, min(most, ⌊processSize × fraction⌋))',
  compute: ({ processSize, fraction, least, most }) =>
    largest(least, smallest(most, multiplySize(processSize, fraction))),
  evidence: 'verified',
});

export const OVERHEAD_BESIDE = exactFormula({
  reference: 'F8.2',
  label: 'JVM overhead beside all other pools',
  unit: 'bytes',
  inputs: { pools: 'bytes', fraction: 'ratio', least: 'bytes', most: 'bytes' },
  text: 'max(least, min(most, ⌊pools × (fraction ÷ (1 − fraction))⌋))',
  compute: ({ pools, fraction, least, most }) =>
    largest(least, smallest(most, multiplySize(pools, fraction / (1 - fraction)))),
  evidence: 'verified',
});

export const OUTSIDE_POOLS = exactFormula({
  reference: 'F8.4',
  label: 'Resident beyond all pools',
  unit: 'bytes',
  inputs: { resident: 'bytes', totalFlink: 'bytes', metaspace: 'bytes' },
  text: 'max(0, resident − totalFlink − metaspace)',
  compute: ({ resident, totalFlink, metaspace }) => largest(0n, resident - totalFlink - metaspace),
});

export const OVERHEAD_SPARED = exactFormula({
  reference: 'F8.4',
  label: 'JVM overhead to keep',
  unit: 'bytes',
  inputs: { size: 'bytes', derived: 'bytes' },
  text: 'min(size, derived)',
  compute: ({ size, derived }) => smallest(size, derived),
});

export const OVERHEAD_KEPT = exactFormula({
  reference: 'F8.4',
  label: 'JVM overhead to keep',
  unit: 'bytes',
  inputs: { size: 'bytes', derived: 'bytes', needed: 'bytes' },
  text: 'max(needed, min(size, derived))',
  compute: ({ size, derived, needed }) => largest(needed, smallest(size, derived)),
});

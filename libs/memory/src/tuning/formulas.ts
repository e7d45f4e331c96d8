import { exactFormula } from '@plimsoll/trace';
import { multiplySize, shortestDecimal } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import { dividedUp, largest, roundedUp, smallest } from '../whole-sizes.js';

const reference = 'F8.4';

/** @see org.apache.flink.autoscaler.tuning.MemoryTuning */
export const NEEDED = exactFormula({
  reference,
  label: 'Use with headroom',
  unit: 'bytes',
  inputs: { used: 'bytes', headroomRatio: 'ratio' },
  text: 'used + ⌈used × headroomRatio⌉',
  compute: ({ used, headroomRatio }) => {
    const { digits, scale } = shortestDecimal(headroomRatio);
    return used + dividedUp(used * digits, scale);
  },
  evidence: 'verified',
});

export const FITTING = exactFormula({
  reference,
  label: 'Pool with room to give',
  unit: 'bytes',
  inputs: { size: 'bytes', needed: 'bytes', leastSize: 'bytes' },
  text: 'min(size, max(⌈needed ÷ 1 MiB⌉ × 1 MiB, leastSize))',
  compute: ({ size, needed, leastSize }) => smallest(size, largest(roundedUp(needed, MIB), leastSize)),
});

export const GROWING = exactFormula({
  reference,
  label: 'Pool that is too small',
  unit: 'bytes',
  inputs: { needed: 'bytes' },
  text: '⌈needed ÷ 1 MiB⌉ × 1 MiB',
  compute: ({ needed }) => roundedUp(needed, MIB),
});

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
  reference,
  label: 'Resident beyond all pools',
  unit: 'bytes',
  inputs: { resident: 'bytes', totalFlink: 'bytes', metaspace: 'bytes' },
  text: 'max(0, resident − totalFlink − metaspace)',
  compute: ({ resident, totalFlink, metaspace }) => largest(0n, resident - totalFlink - metaspace),
});

export const OVERHEAD_SPARED = exactFormula({
  reference,
  label: 'JVM overhead to keep',
  unit: 'bytes',
  inputs: { size: 'bytes', derived: 'bytes' },
  text: 'min(size, derived)',
  compute: ({ size, derived }) => smallest(size, derived),
});

export const OVERHEAD_KEPT = exactFormula({
  reference,
  label: 'JVM overhead to keep',
  unit: 'bytes',
  inputs: { size: 'bytes', derived: 'bytes', needed: 'bytes' },
  text: 'max(needed, min(size, derived))',
  compute: ({ size, derived, needed }) => largest(needed, smallest(size, derived)),
});

export const BUDGET = exactFormula({
  reference,
  label: 'Largest process',
  unit: 'bytes',
  inputs: { processSize: 'bytes', podLimit: 'bytes' },
  text: 'min(processSize, podLimit)',
  compute: ({ processSize, podLimit }) => smallest(processSize, podLimit),
});

export const BESIDE_MANAGED = exactFormula({
  reference,
  label: 'All but managed memory',
  unit: 'bytes',
  inputs: { heap: 'bytes', metaspace: 'bytes', network: 'bytes', offHeap: 'bytes', overhead: 'bytes' },
  text: 'heap + metaspace + network + offHeap + overhead',
  compute: ({ heap, metaspace, network, offHeap, overhead }) =>
    heap + metaspace + network + offHeap + overhead,
});

export const OTHER_POOLS = exactFormula({
  reference: 'F8.2',
  label: 'All but managed memory and JVM overhead',
  unit: 'bytes',
  inputs: { heap: 'bytes', metaspace: 'bytes', network: 'bytes', offHeap: 'bytes' },
  text: 'heap + metaspace + network + offHeap',
  compute: ({ heap, metaspace, network, offHeap }) => heap + metaspace + network + offHeap,
  evidence: 'verified',
});

export const ALL_POOLS = exactFormula({
  reference: 'F8.2',
  label: 'All but JVM overhead',
  unit: 'bytes',
  inputs: { heap: 'bytes', metaspace: 'bytes', network: 'bytes', offHeap: 'bytes', managed: 'bytes' },
  text: 'heap + metaspace + network + offHeap + managed',
  compute: ({ heap, metaspace, network, offHeap, managed }) => heap + metaspace + network + offHeap + managed,
  evidence: 'verified',
});

export const MANAGED_REST = exactFormula({
  reference,
  label: 'Managed memory: all that is left',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes', leastSize: 'bytes' },
  text: 'max(leastSize, ⌊(processSize − others) ÷ 1 MiB⌋ × 1 MiB)',
  compute: ({ processSize, others, leastSize }) => largest(leastSize, ((processSize - others) / MIB) * MIB),
});

export const REST = exactFormula({
  reference,
  label: 'All that is left',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes' },
  text: 'processSize − others',
  compute: ({ processSize, others }) => processSize - others,
});

export const SHORTAGE = exactFormula({
  reference,
  label: 'What a pool lacks',
  unit: 'bytes',
  inputs: { wanted: 'bytes', size: 'bytes' },
  text: 'max(0, wanted − size)',
  compute: ({ wanted, size }) => largest(0n, wanted - size),
});

export const GROWN = exactFormula({
  reference,
  label: 'Pool grown by its share of what there is',
  unit: 'bytes',
  inputs: { size: 'bytes', shortage: 'bytes', available: 'bytes', shortages: 'bytes' },
  text: 'size + ⌊shortage × available ÷ shortages⌋',
  compute: ({ size, shortage, available, shortages }) => size + (shortage * available) / shortages,
});

export const TAKEN = exactFormula({
  reference,
  label: 'Taken from a pool with room',
  unit: 'bytes',
  inputs: { size: 'bytes', wanted: 'bytes', missing: 'bytes' },
  text: 'min(max(0, size − wanted), missing)',
  compute: ({ size, wanted, missing }) => smallest(largest(0n, size - wanted), missing),
});

export const DIFFERENCE = exactFormula({
  reference,
  label: 'Difference of two sizes',
  unit: 'bytes',
  inputs: { one: 'bytes', other: 'bytes' },
  text: 'one − other',
  compute: ({ one, other }) => one - other,
});

export const WHOLE_PROCESS = exactFormula({
  reference,
  label: 'Process in whole mebibytes',
  unit: 'bytes',
  inputs: { one: 'bytes', other: 'bytes' },
  text: '⌈(one + other) ÷ 1 MiB⌉ × 1 MiB',
  compute: ({ one, other }) => roundedUp(one + other, MIB),
});

export const SUM = exactFormula({
  reference,
  label: 'Sum of two sizes',
  unit: 'bytes',
  inputs: { one: 'bytes', other: 'bytes' },
  text: 'one + other',
  compute: ({ one, other }) => one + other,
});

export const LEAST_MANAGED = exactFormula({
  reference: 'F8.2',
  label: 'Least managed memory that Flink accepts',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes', mostOverhead: 'bytes' },
  text: 'max(0, processSize − others − mostOverhead)',
  compute: ({ processSize, others, mostOverhead }) => largest(0n, processSize - others - mostOverhead),
  evidence: 'verified',
});

export const MOST_MANAGED = exactFormula({
  reference: 'F8.2',
  label: 'Most managed memory that Flink accepts',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes', leastOverhead: 'bytes' },
  text: 'processSize − others − leastOverhead',
  compute: ({ processSize, others, leastOverhead }) => processSize - others - leastOverhead,
  evidence: 'verified',
});

export const TUNING_FORMULAS = [
  NEEDED,
  FITTING,
  GROWING,
  OVERHEAD_OF_PROCESS,
  OVERHEAD_BESIDE,
  OUTSIDE_POOLS,
  OVERHEAD_SPARED,
  OVERHEAD_KEPT,
  BUDGET,
  BESIDE_MANAGED,
  OTHER_POOLS,
  ALL_POOLS,
  MANAGED_REST,
  REST,
  SHORTAGE,
  GROWN,
  TAKEN,
  DIFFERENCE,
  WHOLE_PROCESS,
  SUM,
  LEAST_MANAGED,
  MOST_MANAGED,
];

import { exactFormula } from '@plimsoll/trace';
import { shortestDecimal } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import { dividedUp, largest, roundedUp, smallest } from '../whole-sizes.js';
import {
  BESIDE_MANAGED,
  LEAST_MANAGED,
  MANAGED_REST,
  MOST_MANAGED,
  OTHER_POOLS,
} from './managed-formulas.js';
import {
  OUTSIDE_POOLS,
  OVERHEAD_BESIDE,
  OVERHEAD_KEPT,
  OVERHEAD_OF_PROCESS,
  OVERHEAD_SPARED,
} from './overhead-formulas.js';

/** @see org.apache.flink.autoscaler.tuning.MemoryTuning */
export const NEEDED = exactFormula({
  reference: 'F8.4',
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
  reference: 'F8.4',
  label: 'Pool with room to give',
  unit: 'bytes',
  inputs: { size: 'bytes', needed: 'bytes', leastSize: 'bytes' },
  text: 'min(size, max(⌈needed ÷ 1 MiB⌉ × 1 MiB, leastSize))',
  compute: ({ size, needed, leastSize }) => smallest(size, largest(roundedUp(needed, MIB), leastSize)),
});

export const GROWING = exactFormula({
  reference: 'F8.4',
  label: 'Pool that is too small',
  unit: 'bytes',
  inputs: { needed: 'bytes' },
  text: '⌈needed ÷ 1 MiB⌉ × 1 MiB',
  compute: ({ needed }) => roundedUp(needed, MIB),
});

export const BUDGET = exactFormula({
  reference: 'F8.4',
  label: 'Largest process',
  unit: 'bytes',
  inputs: { processSize: 'bytes', podLimit: 'bytes' },
  text: 'min(processSize, podLimit)',
  compute: ({ processSize, podLimit }) => smallest(processSize, podLimit),
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

export const REST = exactFormula({
  reference: 'F8.4',
  label: 'All that is left',
  unit: 'bytes',
  inputs: { processSize: 'bytes', others: 'bytes' },
  text: 'processSize − others',
  compute: ({ processSize, others }) => processSize - others,
});

export const SHORTAGE = exactFormula({
  reference: 'F8.4',
  label: 'What a pool lacks',
  unit: 'bytes',
  inputs: { wanted: 'bytes', size: 'bytes' },
  text: 'max(0, wanted − size)',
  compute: ({ wanted, size }) => largest(0n, wanted - size),
});

export const GROWN = exactFormula({
  reference: 'F8.4',
  label: 'Pool grown by its share of what there is',
  unit: 'bytes',
  inputs: { size: 'bytes', shortage: 'bytes', available: 'bytes', shortages: 'bytes' },
  text: 'size + ⌊shortage × available ÷ shortages⌋',
  compute: ({ size, shortage, available, shortages }) => size + (shortage * available) / shortages,
});

export const TAKEN = exactFormula({
  reference: 'F8.4',
  label: 'Taken from a pool with room',
  unit: 'bytes',
  inputs: { size: 'bytes', wanted: 'bytes', missing: 'bytes' },
  text: 'min(max(0, size − wanted), missing)',
  compute: ({ size, wanted, missing }) => smallest(largest(0n, size - wanted), missing),
});

export const DIFFERENCE = exactFormula({
  reference: 'F8.4',
  label: 'Difference of two sizes',
  unit: 'bytes',
  inputs: { one: 'bytes', other: 'bytes' },
  text: 'one − other',
  compute: ({ one, other }) => one - other,
});

export const WHOLE_PROCESS = exactFormula({
  reference: 'F8.4',
  label: 'Process in whole mebibytes',
  unit: 'bytes',
  inputs: { one: 'bytes', other: 'bytes' },
  text: '⌈(one + other) ÷ 1 MiB⌉ × 1 MiB',
  compute: ({ one, other }) => roundedUp(one + other, MIB),
});

export const SUM = exactFormula({
  reference: 'F8.4',
  label: 'Sum of two sizes',
  unit: 'bytes',
  inputs: { one: 'bytes', other: 'bytes' },
  text: 'one + other',
  compute: ({ one, other }) => one + other,
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

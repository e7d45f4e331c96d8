import type { Known } from '@plimsoll/trace';
import type { Rejection } from '@plimsoll/units';
import { MIB } from '../mebibyte.js';
import { dividedUp } from '../whole-sizes.js';
import { ALL_POOLS, DIFFERENCE, REST, SUM } from './formulas.js';
import { type Needs, overheadRange, type TuningScope } from './needs.js';

type Size = Known<'bytes'>;

/** The pools of a proposal. */
export interface Allocation {
  readonly processSize: Size;
  readonly heap: Size;
  readonly metaspace: Size;
  readonly network: Size;
  readonly managed: Size;
  /** What they leave of the process. */
  readonly overhead: Size;
}

export type Allocated =
  | { readonly kind: 'allocated'; readonly allocation: Allocation; readonly remarks: readonly string[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** A proposal of which JVM overhead is the rest. What is left beyond the overhead's range is heap. */
export function allocated(
  { derivation, reader }: TuningScope,
  { offHeap, overhead: { wanted } }: Needs,
  sizes: Omit<Allocation, 'overhead'>,
  remarks: readonly string[] = [],
): Allocated {
  const { processSize, ...pools } = sizes;
  const others = derivation.derive('tuning.allPools', ALL_POOLS, { ...pools, offHeap });
  const rest = derivation.derive('tuning.rest', REST, { processSize, others });
  const { most } = overheadRange(reader);
  const overhead = wanted.value > most.value ? wanted : most;
  if (rest.value <= overhead.value) {
    return { kind: 'allocated', allocation: { ...sizes, overhead: rest }, remarks };
  }
  const left = derivation.derive('tuning.beyondOverhead', DIFFERENCE, { one: rest, other: overhead });
  const heap = derivation.derive('tuning.heapWithRest', SUM, { one: sizes.heap, other: left });
  return { kind: 'allocated', allocation: { ...sizes, heap, overhead }, remarks };
}

/** The running sum of sizes, one step for each. */
export const sumOf = ({ derivation }: TuningScope, key: string, first: Size, others: readonly Size[]): Size =>
  others.reduce((one, other, at) => derivation.derive(`${key}.${at + 1}`, SUM, { one, other }), first);

/** The largest process that the pod and the request allow does not hold what is used. */
export function tooSmall({ budget }: Needs, { podLimit }: TuningScope, missing: bigint): Allocated {
  const needed = budget.value + missing;
  const mebibytes = dividedUp(needed, MIB);
  return {
    kind: 'rejected',
    rejection: {
      pointer: '/podLimit',
      received: podLimit?.toString(),
      message: `what is in use takes, with its headroom, ${needed} bytes, ${missing} more than the ${budget.value} bytes that the pod allows: nothing is free to take it from. Raise podLimit to ${mebibytes}Mi, or lower headroomRatio`,
    },
  };
}

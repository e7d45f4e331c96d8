import type { CapacityPlan } from '@plimsoll/planner';
import type { StepInput } from '@plimsoll/trace';
import { MAX_EXACT } from '@plimsoll/units';
import { exactSize } from '../../fields/scalars.js';

/**
 * A plan as it travels: sizes above 2^53 − 1 as digits, everything else as it is. Few plans hold such a size, and only
 * they are copied: that costs as much as writing the JSON.
 */
export const exactSizes = (plan: CapacityPlan): object => (holdsLargeSize(plan) ? withDigits(plan) : plan);

function holdsLargeSize({ steps, perMachine: { memory, diskSpace }, state }: CapacityPlan): boolean {
  return (
    steps.some((step) => isLarge(step) || step.inputs.some(isLarge)) ||
    [memory, diskSpace].some((ledger) => (ledger?.capacityBytes ?? 0) > MAX_EXACT) ||
    state.totalBytes > MAX_EXACT
  );
}

const isLarge = ({ value, unit }: Pick<StepInput, 'value' | 'unit'>): boolean =>
  value > MAX_EXACT && unit === 'bytes';

/** Whether a member is a size: by the unit at the end of its name, or the unit that stands beside it. */
const isSize = (name: string, owner: object): boolean =>
  /(?:^b|B)ytes$/.test(name) || (name === 'value' && Reflect.get(owner, 'unit') === 'bytes');

/** An answer as it travels, copied: every size above 2^53 − 1 as digits. */
export function withDigits(owner: object): object {
  const copied: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(owner)) {
    copied[name] = isSize(name, owner) ? exactSize(value) : inside(value);
  }
  return copied;
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  return typeof value === 'object' && value !== null ? withDigits(value) : value;
}

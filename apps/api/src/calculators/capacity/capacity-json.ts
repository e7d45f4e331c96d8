import type { CapacityPlan } from '@plimsoll/planner';
import { stepsJson } from '@plimsoll/trace';
import { exactSizes } from './exact-sizes.js';

/** A plan as JSON, as it travels. The trace is most of it and is written by its own hand; it stands last in a plan. */
export function capacityJson(plan: CapacityPlan): string {
  if (exactSizes(plan) !== plan) return JSON.stringify(exactSizes(plan));
  const { steps, ...rest } = plan;
  return `${JSON.stringify(rest).slice(0, -1)},"steps":${stepsJson(steps)}}`;
}

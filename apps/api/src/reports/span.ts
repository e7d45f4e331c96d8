import type { CapacityPlan } from '@plimsoll/planner';

/** The longest that anything of the plan takes to come again, in milliseconds: a slide or the checkpoint interval. null: nothing does. */
export function spanOf(capacity: CapacityPlan): number | null {
  const slides = capacity.operators.flatMap((operator) => operator.firing?.everyMs ?? []);
  const intervals = capacity.checkpoint === null ? [] : [capacity.checkpoint.intervalMs];
  const spans = [...slides, ...intervals].filter((span) => span > 0);
  return spans.length === 0 ? null : Math.max(...spans);
}

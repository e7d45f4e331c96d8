/** Utilizations that differ by less are equal: so the planner judges whether a plan fits. */
const TIE = 1e-9;

/** Whether a share is above the load line; null: its capacity is not given, so it never is. */
export const isOver = (utilization: number | null, target: number): boolean =>
  utilization !== null && utilization > target + TIE;

export const isAt = (utilization: number | null, target: number): boolean =>
  utilization !== null && Math.abs(utilization - target) <= TIE;

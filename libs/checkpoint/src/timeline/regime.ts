import type { Regime } from './result.js';
import type { RunEnd } from './run.js';

/**
 * The regimes that 'Keep it going' draws, as the later half of the horizon shows them, where the first triggers matter no more.
 * With fewer than two triggers there, the whole run is looked at.
 */
export function regime({ tally, waiting }: RunEnd): Regime {
  const pace = tally.latePace.triggers >= 2 ? tally.latePace : tally.pace;
  if (pace.triggers === 0) return waiting > 0 ? 'DEGRADED' : 'REGULAR';
  if (pace.freeMs === 0) return 'DEGRADED';
  return pace.pausedAlone * 2 > pace.triggers ? 'GUARANTEED_PROGRESS' : 'REGULAR';
}

/** More requests wait in the later half than in the earlier one, and in the last quarter some always do. */
export function queueGrows({ tally, queueWasFull }: RunEnd): boolean {
  const { mostEarly, mostLate, leastAtLast } = tally.queue;
  return Number.isFinite(leastAtLast) && leastAtLast > 0 && (mostLate > mostEarly || queueWasFull);
}

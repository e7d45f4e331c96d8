import type { FlowKind } from './flow-kinds.js';

/**
 * Where a load stands in the drawing of a hull. Holds share one scale from 0; the load fills a hold from the bottom in the
 * order of its ledger. Pixels grow downward: `zero` is the floor of a hold, `top` the highest that anything is drawn.
 *
 * Invariant: the segments of a hold touch and never overlap; together they are as high as its load.
 */
export interface Load {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly owner: string;
  readonly kind: FlowKind;
  /** In base units. */
  readonly value: number;
}

export interface HoldLoad {
  /** In base units, above 0. */
  readonly capacity: number;
  readonly loads: readonly Load[];
}

/** One or, where they are too thin to be named, several neighbouring flows. */
export interface Segment {
  readonly loads: readonly Load[];
  readonly value: number;
  readonly y: number;
  readonly height: number;
}

export interface Hold {
  readonly segments: readonly Segment[];
  readonly total: number;
  /** Upper edge of the load. */
  readonly surface: number;
  readonly floor: number;
  readonly deck: number;
  readonly line: number;
  /** The load reaches beyond what is drawn. */
  readonly cut: boolean;
}

export interface Frame {
  readonly top: number;
  readonly zero: number;
}

/** Thinner than this a segment cannot hold its name. */
export const THIN = 12;
/** So many times its capacity is the most of a load that is drawn. */
export const MOST_DRAWN = 4;

export interface HullLayout {
  readonly holds: readonly Hold[];
  readonly y: (value: number) => number;
}

/** Lays out holds side by side. The scale ends at the capacity, or at the load where that is more. */
export function layoutHull(holds: readonly HoldLoad[], target: number, frame: Frame): HullLayout {
  const capacity = Math.max(...holds.map((hold) => hold.capacity));
  const fullest = Math.max(...holds.map((hold) => totalOf(hold.loads)));
  const extent = Math.min(Math.max(capacity, fullest), MOST_DRAWN * capacity);
  const perUnit = (frame.zero - frame.top) / extent;
  const y = (value: number): number => frame.zero - value * perUnit;
  return { y, holds: holds.map((hold) => layoutHold(hold, target, frame, y)) };
}

function layoutHold(hold: HoldLoad, target: number, frame: Frame, y: (value: number) => number): Hold {
  const total = totalOf(hold.loads);
  const segments: Segment[] = [];
  let running = 0;
  for (const load of hold.loads) {
    if (load.value <= 0) continue;
    const below = Math.max(y(running), frame.top);
    running += load.value;
    const above = Math.max(y(running), frame.top);
    if (below > frame.top)
      segments.push({ loads: [load], value: load.value, y: above, height: below - above });
  }
  return {
    segments: joinThin(segments),
    total,
    surface: Math.max(y(total), frame.top),
    floor: frame.zero,
    deck: y(hold.capacity),
    line: y(hold.capacity * target),
    cut: y(total) < frame.top - 1e-6,
  };
}

/** Neighbours that are each too thin become one segment. */
function joinThin(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = [];
  let thinBefore = false;
  for (const segment of segments) {
    const thin = segment.height < THIN;
    const below = result.at(-1);
    if (thin && thinBefore && below !== undefined) result[result.length - 1] = stacked(below, segment);
    else result.push(segment);
    thinBefore = thin;
  }
  return result;
}

const stacked = (below: Segment, above: Segment): Segment => ({
  loads: [...below.loads, ...above.loads],
  value: below.value + above.value,
  y: above.y,
  height: below.height + above.height,
});

const totalOf = (loads: readonly Load[]): number => loads.reduce((total, load) => total + load.value, 0);

import type { Pool } from './memory-pools.js';

/**
 * Where the pools of a process stand in its drawing. The height of every box is to scale: parts lie one below the other and fill
 * the height of what holds them; at its left side it keeps a strip for its own name.
 */
export interface Box {
  readonly pool: Pool;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MemoryFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** How wide the strip is that a holder keeps for its name. */
export const STRIP = 20;

/** The boxes of all that a process holds, each before its parts; pools of no size have none. */
export const layoutMemory = (process: Pool, frame: MemoryFrame): Box[] =>
  partsOf(process, { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.height });

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function partsOf({ parts, bytes }: Pool, area: Area): Box[] {
  let before = 0n;
  return parts.flatMap((pool) => {
    const from = before;
    before += pool.bytes;
    if (pool.bytes === 0n) return [];
    const box = {
      pool,
      x: area.x,
      y: area.y + area.height * share(from, bytes),
      width: area.width,
      height: area.height * share(pool.bytes, bytes),
    };
    return [box, ...partsOf(pool, { ...box, x: box.x + STRIP, width: box.width - STRIP })];
  });
}

export const share = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number(part) / Number(whole);

/** A text beside the drawing: as near to the height that it speaks of as the others leave room. */
export interface Beside {
  readonly at: number;
  readonly height: number;
}

/** The upper edge of each text, in the given order, which is from above: none covers another. */
export function besideEachOther(texts: readonly Beside[], frame: MemoryFrame): number[] {
  const tops: number[] = [];
  let free = frame.top;
  for (const { at, height } of texts) {
    const top = Math.max(at - height / 2, free);
    tops.push(top);
    free = top + height;
  }
  let end = frame.top + frame.height;
  return tops
    .map((top, nth) => ({ top, height: texts[nth]?.height ?? 0 }))
    .reverse()
    .map(({ top, height }) => {
      end = Math.min(top, end - height);
      return end;
    })
    .reverse();
}

import fc from 'fast-check';
import { type Box, besideEachOther, layoutMemory, STRIP } from './memory-geometry.js';
import type { Pool } from './memory-pools.js';

const FRAME = { left: 4, right: 224, top: 58, height: 520 };

const pool = (id: string, bytes: bigint, parts: readonly Pool[] = []): Pool => ({
  id,
  name: id,
  kind: 'other',
  bytes: parts.reduce((sum, part) => sum + part.bytes, bytes),
  inputs: [],
  used: null,
  parts,
});

const pools = fc.letrec<{ pool: Pool }>((tie) => ({
  pool: fc.oneof(
    { maxDepth: 3 },
    fc
      .oneof(fc.constant(0n), fc.bigInt(1n, 2n ** 40n), fc.bigInt(1n, 2n ** 62n))
      .map((bytes) => pool('leaf', bytes)),
    fc.array(tie('pool'), { minLength: 1, maxLength: 4 }).map((parts) => pool('holder', 0n, parts)),
  ),
})).pool;

const near = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;

describe('the drawing of a process', () => {
  it('has 8 GiB to scale: each MiB is as high as every other', () => {
    const heap = pool('heap', 0n, [pool('framework', 128n), pool('task', 1024n)]);
    const process = pool('process', 0n, [heap, pool('managed', 5800n), pool('overhead', 1240n)]);
    const boxes = layoutMemory(process, { ...FRAME, height: 8192 / 16 });
    expect(boxes.map(({ pool: { id }, x, y, height }) => [id, x, y - FRAME.top, height])).toEqual([
      ['heap', 4, 0, 72],
      ['framework', 4 + STRIP, 0, 8],
      ['task', 4 + STRIP, 8, 64],
      ['managed', 4, 72, 362.5],
      ['overhead', 4, 434.5, 77.5],
    ]);
  });

  it('fills the height of a process with its parts, and of each part with its own', () => {
    fc.assert(
      fc.property(fc.array(pools, { minLength: 1, maxLength: 4 }), (parts) => {
        const process = pool('process', 0n, parts);
        const boxes = layoutMemory(process, FRAME);
        const byPool = new Map<Pool, Box>(boxes.map((box) => [box.pool, box]));
        for (const { pool: holder, y, height } of [
          { pool: process, y: FRAME.top, height: FRAME.height },
          ...boxes,
        ]) {
          const drawn = holder.parts.flatMap((part) => byPool.get(part) ?? []);
          if (drawn.length === 0) continue;
          expect(
            near(
              drawn.reduce((sum, box) => sum + box.height, 0),
              height,
            ),
          ).toBe(true);
          let next = y;
          for (const box of drawn) {
            expect(near(box.y, next)).toBe(true);
            next = box.y + box.height;
          }
        }
        for (const {
          pool: { bytes },
          height,
          width,
        } of boxes) {
          expect(near(height, (FRAME.height * Number(bytes)) / Number(process.bytes))).toBe(true);
          expect(width).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('has no box for what has no size', () => {
    expect(layoutMemory(pool('process', 0n, [pool('none', 0n)]), FRAME)).toEqual([]);
  });

  it('has texts beside it that do not cover each other and do not leave it', () => {
    const text = fc.record({
      at: fc.double({ min: 58, max: 578, noNaN: true }),
      height: fc.constantFrom(19, 33),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        const sorted = texts.toSorted((one, other) => one.at - other.at);
        const tops = besideEachOther(sorted, FRAME);
        tops.forEach((top, at) => {
          const bottom = top + (sorted[at]?.height ?? 0);
          expect(top).toBeGreaterThanOrEqual(FRAME.top - 1e-9);
          expect(bottom).toBeLessThanOrEqual((tops[at + 1] ?? FRAME.top + FRAME.height) + 1e-9);
        });
      }),
    );
  });
});

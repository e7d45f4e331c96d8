import type { Rejection } from '@plimsoll/units';

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** What to give instead, as the end of a sentence. */
  readonly remedy: string;
}

/** Beyond this no size, time or rate means anything, and products of a few stay finite. */
export const LARGEST = 1e15;

/** Collects every value that cannot be calculated with: its field, what was received, what is wrong with it and what would do. */
export class ValueChecks {
  readonly rejections: Rejection[] = [];

  reject(pointer: string, message: string, received?: unknown): void {
    this.rejections.push(received === undefined ? { pointer, message } : { pointer, message, received });
  }

  /** A number within bounds; not given is fine. */
  number(pointer: string, value: number | undefined, { min, max, whole, remedy }: Bounds): void {
    if (value === undefined) return;
    if (!Number.isFinite(value)) this.reject(pointer, `must be a finite number: ${remedy}`, String(value));
    else if (value < min) this.reject(pointer, `must be at least ${min}: ${remedy}`, value);
    else if (value > max) this.reject(pointer, `must be at most ${max}: ${remedy}`, value);
    else if (whole === true && !Number.isInteger(value)) {
      this.reject(pointer, `must be a whole number: ${remedy}`, value);
    }
  }
}

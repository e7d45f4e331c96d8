import type { Rejection } from '@plimsoll/units';

/** Collects every reason why a request cannot be planned, each with its field, what was received and what would do. */
export class Judge {
  readonly rejections: Rejection[] = [];

  reject(pointer: string, message: string, received?: unknown): void {
    this.rejections.push(received === undefined ? { pointer, message } : { pointer, message, received });
  }

  /** A number within bounds; not given is fine. Sizes may come as strings of digits. */
  within(pointer: string, value: number | string | undefined, bounds: Bounds): void {
    if (value === undefined) return;
    const number = Number(value);
    const { min, max, above, whole, what } = bounds;
    if (!Number.isFinite(number)) this.reject(pointer, 'must be a finite number', String(value));
    else if (above !== undefined && number <= above)
      this.reject(pointer, `must be above ${above}${hint(what)}`, value);
    else if (min !== undefined && number < min)
      this.reject(pointer, `must be at least ${min}${hint(what)}`, value);
    else if (max !== undefined && number > max)
      this.reject(pointer, `must be at most ${max}${hint(what)}`, value);
    else if (whole === true && !Number.isInteger(number))
      this.reject(pointer, 'must be a whole number', value);
  }
}

const hint = (what: string | undefined): string => (what === undefined ? '' : `: ${what}`);

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** Exclusive lower bound. */
  readonly above?: number;
  readonly whole?: boolean;
  readonly what?: string;
}

/** Beyond these no figure of a plan means anything, and products of them stay finite. */
const LARGEST = 1e18;

export const POSITIVE: Bounds = { above: 0, min: 1e-9, max: LARGEST };
export const FROM_ZERO: Bounds = { min: 0, max: LARGEST };
export const SHARE: Bounds = { min: 0, max: 1 };
export const ONE_OR_MORE: Bounds = { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true };

/** Flink’s key groups: parallelism cannot pass this. */
export const MAX_PARALLELISM = 32_768;

import { parseMemorySize } from '@plimsoll/units';
import type { ConfigPatch } from '../../result.js';
import type { Facts } from '../facts.js';
import { fits, poolsUnder } from './remedy.js';
import { bytesText } from './settings.js';

const MIB = 2n ** 20n;
const FINE_STEPS = 64n;

/** An option that is too large beside the others, and the largest size of it that Flink accepts. */
export interface TooLarge {
  readonly key: string;
  readonly size: bigint;
  readonly most: bigint;
  readonly patch: ConfigPatch;
}

/**
 * Which single option is too large: of those that, made smaller, have Flink accept the configuration, the one that is largest.
 * @returns null where no option alone is
 */
export function tooLarge(facts: Facts): TooLarge | null {
  const config = facts.config ?? {};
  const isTotal = /\.memory\.(process|flink)\.size$/;
  const isSize = new RegExp(`^${facts.component}\\.memory\\..*(size|min|max)$`);
  const sizes = Object.entries(config).flatMap(([key, text]) => {
    if (!isSize.test(key) || isTotal.test(key)) return [];
    const size = parseMemorySize(text);
    return size.kind === 'value' ? [{ key, size: size.value }] : [];
  });
  sizes.sort((a, b) => (a.size === b.size ? 0 : a.size > b.size ? -1 : 1));
  for (const { key, size } of sizes) {
    const under = (bytes: bigint): ConfigPatch => ({ set: { [key]: bytesText(bytes) }, unset: [] });
    const most = mostAccepted(size, (bytes) => {
      const after = poolsUnder(facts, under(bytes));
      return after !== null && fits(facts, after);
    });
    if (most !== null) return { key, size, most, patch: under(most) };
  }
  return null;
}

/** The largest whole number of mebibytes below a size that is accepted, sought from the size downwards. */
function mostAccepted(size: bigint, accepts: (bytes: bigint) => boolean): bigint | null {
  const top = (size - 1n) / MIB;
  if (size < MIB) return null;
  let refused = top + 1n;
  for (
    let less = 0n;
    less <= top;
    less = less < FINE_STEPS ? less * 2n + 1n : less + FINE_STEPS + less / 32n
  ) {
    const candidate = top - less;
    if (!accepts(candidate * MIB)) {
      refused = candidate;
      continue;
    }
    let low = candidate;
    while (refused - low > 1n) {
      const middle = (low + refused) / 2n;
      if (accepts(middle * MIB)) low = middle;
      else refused = middle;
    }
    return low * MIB;
  }
  return null;
}

import { parseMemorySize } from '@plimsoll/units';
import { MIB } from '../../mebibyte.js';
import type { ConfigPatch } from '../../result.js';
import type { Facts } from '../facts.js';
import { MOST_CUT } from '../parameters.js';
import { canRun, fits, poolsUnder } from './remedy.js';
import { bytesText } from './settings.js';

const FINE_STEPS = 64n;

/** An option that is too large beside the others, and the largest size of it that Flink accepts. */
export interface TooLarge {
  readonly key: string;
  readonly size: bigint;
  readonly most: bigint;
  readonly patch: ConfigPatch;
}

/**
 * Which single option is too large: of those that, made smaller, have Flink accept the configuration, the one that is cut by the
 * smallest share of it. The heap keeps enough to run with.
 * @returns null where no option alone is, or the one that is would be cut by so much that rather the total is too small
 */
export function tooLarge(facts: Facts): TooLarge | null {
  const isTotal = /\.memory\.(process|flink)\.size$/;
  const isSize = new RegExp(`^${facts.component}\\.memory\\..*(size|min|max)$`);
  const found = Object.entries(facts.config ?? {}).flatMap(([key, text]): TooLarge[] => {
    if (!isSize.test(key) || isTotal.test(key)) return [];
    const size = parseMemorySize(text);
    if (size.kind !== 'value') return [];
    const under = (bytes: bigint): ConfigPatch => ({ set: { [key]: bytesText(bytes) }, unset: [] });
    const most = mostAccepted(size.value, (bytes) => {
      const after = poolsUnder(facts, under(bytes));
      return after !== null && fits(facts, after) && canRun(facts, after);
    });
    return most === null ? [] : [{ key, size: size.value, most, patch: under(most) }];
  });
  const cut = ({ size, most }: TooLarge): number => Number(size - most) / Number(size);
  const [least] = found.sort((a, b) => cut(a) - cut(b));
  return least === undefined || cut(least) > MOST_CUT.value ? null : least;
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

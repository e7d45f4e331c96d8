import { LONG_MAX } from '@plimsoll/units';
import { dividedUp } from './whole-sizes.js';

const SIZE = /^\s*(\d{1,16})(?:[.,](\d{1,9}))?\s*([kmgt]?)(?:i?b|ib?|bytes?)?s?\s*$/i;
const EXPONENT: Readonly<Record<string, bigint>> = { '': 0n, k: 10n, m: 20n, g: 30n, t: 40n };

/**
 * A size that Flink does not read, in the spelling that it does: `1.5gb` as `1610612736b`, `512 MiB` as `512m`.
 * @returns undefined where no size can be made out
 */
export function readableSize(text: string): string | undefined {
  const match = SIZE.exec(text.replaceAll('\u00a0', ' '));
  if (match === null) return undefined;
  const [, whole = '0', fraction = '', prefix = ''] = match;
  const unit = prefix.toLowerCase();
  const factor = 2n ** (EXPONENT[unit] ?? 0n);
  const bytes = BigInt(whole + fraction) * factor;
  const scale = 10n ** BigInt(fraction.length);
  if (bytes / scale > LONG_MAX) return undefined;
  return fraction === '' ? `${BigInt(whole)}${unit || 'b'}` : `${dividedUp(bytes, scale)}b`;
}

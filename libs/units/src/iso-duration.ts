import { LONG_MAX } from './java.js';

const PATTERN =
  /^([-+]?)P(?:([-+]?[0-9]+)D)?(T(?:([-+]?[0-9]+)H)?(?:([-+]?[0-9]+)M)?(?:([-+]?[0-9]+)(?:[.,]([0-9]{0,9}))?S)?)?$/i;

const isLong = (value: bigint): boolean => value <= LONG_MAX && value >= -LONG_MAX - 1n;

/**
 * An ISO 8601 duration of days, hours, minutes and seconds (`PT1M30.5S`), in nanoseconds.
 * @returns undefined where Java would not read it
 * @see java.time.Duration#parse
 */
export function parseIsoDuration(text: string): bigint | undefined {
  const [whole, sign, days, time, hours, minutes, seconds, fraction = ''] = PATTERN.exec(text) ?? [];
  if (whole === undefined || time?.length === 1) return undefined;
  const parts: readonly (readonly [string | undefined, bigint])[] = [
    [days, 86_400n],
    [hours, 3600n],
    [minutes, 60n],
    [seconds, 1n],
  ];
  if (parts.every(([part]) => part === undefined)) return undefined;
  let total = 0n;
  for (const [part = '0', inSeconds] of parts) {
    const value = BigInt(part.replace('+', '')) * inSeconds;
    if (!isLong(value)) return undefined;
    total += value;
    if (!isLong(total)) return undefined;
  }
  const nanos = BigInt(fraction.padEnd(9, '0')) * (seconds?.startsWith('-') ? -1n : 1n);
  return (total * 1_000_000_000n + nanos) * (sign === '-' ? -1n : 1n);
}

import type { Known } from '@plimsoll/trace';
import type { Sighting } from '../cause.js';
import { type Facts, fromText } from '../facts.js';

/** What the process held and what it might, as far as anything says. */
export interface Usage {
  readonly resident: Known<'bytes'> | null;
  readonly limit: Known<'bytes'> | null;
}

const YARN =
  /Current usage: (\d{1,9}(?:\.\d{1,9})?) ([KMGT]?)B of (\d{1,9}(?:\.\d{1,9})?) ([KMGT]?)B physical memory used/;
const YARN_EXCESS = /is running (\d{1,18})B beyond the 'PHYSICAL'/;
const KERNEL = /anon-rss:(\d{1,15})kB(?:, file-rss:(\d{1,15})kB)?/;
const PREFIXES = ['', 'K', 'M', 'G', 'T'];
/** No line of YARN or of the kernel puts its first figure further back. */
const BEFORE = 300;

/** Observations first, then what the text says; YARN rounds its sizes to a tenth. */
export function usageInText({ observed, podLimit, text }: Facts, { at, excerpt, by }: Sighting): Usage {
  const near = by === 'text' ? text.slice(Math.max(0, at - BEFORE), at) + excerpt : '';
  const [, used, usedUnit, most, mostUnit] = YARN.exec(near) ?? [];
  const yarnLimit = inBytes(most, mostUnit);
  const [, excess] = YARN_EXCESS.exec(near) ?? [];
  const [, anonymous, file] = KERNEL.exec(near) ?? [];
  const kernel = anonymous === undefined ? null : fromText((BigInt(anonymous) + BigInt(file ?? 0)) * 1024n);
  const yarn =
    yarnLimit !== null && excess !== undefined
      ? fromText(yarnLimit.value + BigInt(excess))
      : inBytes(used, usedUnit);
  return { resident: observed.residentBytes ?? kernel ?? yarn, limit: podLimit ?? yarnLimit };
}

function inBytes(number: string | undefined, prefix: string | undefined): Known<'bytes'> | null {
  if (number === undefined || prefix === undefined) return null;
  return fromText(BigInt(Math.round(Number(number) * 1024 ** PREFIXES.indexOf(prefix))));
}

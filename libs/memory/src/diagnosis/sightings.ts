import { type Cause, RANKS, type Sighting } from './cause.js';
import type { Symptom } from './diagnosis.js';

export interface Seen {
  readonly cause: Cause;
  readonly sighting: Sighting;
}

/** No message has figures further from its first words. */
const EXCERPT = 3000;
const QUOTE = 300;
const DENIAL = 40;

/** Every cause that a symptom shows, once each, the root first. Time grows with the text times the number of signs, no more. */
export function sightings(causes: readonly Cause[], symptom: Symptom): Seen[] {
  const text = symptom.text ?? '';
  const seen = causes.flatMap((cause): Seen[] => {
    const sighting = inText(cause, text) ?? inReason(cause, symptom) ?? inExitCode(cause, symptom);
    return sighting === undefined ? [] : [{ cause, sighting }];
  });
  const explained = new Set(
    seen.flatMap(({ cause, sighting }) =>
      seen
        .filter(
          (other) =>
            cause.explains?.includes(other.cause.id) === true &&
            (other.sighting.by !== 'text' || isNear(text, sighting, other.sighting)),
        )
        .map(({ cause: { id } }) => id),
    ),
  );
  return seen.filter(({ cause }) => !explained.has(cause.id)).sort(byRoot);
}

const byRoot = (a: Seen, b: Seen): number =>
  RANKS.indexOf(a.cause.rank) - RANKS.indexOf(b.cause.rank) || a.sighting.at - b.sighting.at;

/** In one stack trace: no other log line between them. */
function isNear(text: string, a: Sighting, b: Sighting): boolean {
  if (a.by !== 'text') return true;
  const [from, to] = a.at < b.at ? [a.at, b.at] : [b.at, a.at];
  return to - from < EXCERPT && !/\n\d{4}-\d\d-\d\d/.test(text.slice(from, to));
}

function inText({ signs = [], unless }: Cause, text: string): Sighting | undefined {
  let at = -1;
  for (const sign of signs) {
    let found = text.indexOf(sign);
    while (found >= 0 && unless?.test(text.slice(found, found + DENIAL)) === true) {
      found = text.indexOf(sign, found + sign.length);
    }
    if (found >= 0 && (at < 0 || found < at)) at = found;
  }
  if (at < 0) return undefined;
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const from = Math.max(begin, at - QUOTE / 2);
  const quote = text.slice(from, Math.min(end < 0 ? text.length : end, from + QUOTE)).trim();
  return { by: 'text', at, quote, line: lineOf(text, at), excerpt: text.slice(at, at + EXCERPT) };
}

function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return line;
}

const ELSEWHERE = { at: 0, quote: null, line: null, excerpt: '' };

const inReason = ({ reasons = [] }: Cause, { reason }: Symptom): Sighting | undefined =>
  reason !== undefined && reasons.includes(reason.trim().toLowerCase())
    ? { ...ELSEWHERE, by: 'reason' }
    : undefined;

const inExitCode = ({ exitCodes = [] }: Cause, { exitCode }: Symptom): Sighting | undefined =>
  exitCode !== undefined && exitCodes.includes(exitCode) ? { ...ELSEWHERE, by: 'exitCode' } : undefined;

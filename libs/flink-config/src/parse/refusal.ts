import { HIDDEN, isSensitiveKey } from '../secrets/index.js';
import type { LoadingRefusal } from './answer.js';
import type { LoadFault } from './yaml/fault.js';

const REMEDIES: readonly (readonly [about: RegExp, remedy: string])[] = [
  [
    /mapping values are not allowed/,
    'write a blank after each colon, put values with ": " in quotes, and indent evenly',
  ],
  [/TAB/, 'write blanks instead of tabs'],
  [/cannot start any token/, 'put the value in quotes'],
  [/scanning an alias|undefined alias|scanning an anchor/, 'put a value that begins with * or & in quotes'],
  [/duplicate key/, 'remove one of the two'],
  [/must not be null/, 'give it a value, or remove it'],
  [
    /cannot be cast to class java\.util\.Map/,
    'write "key: value" in each line, with a blank after the colon',
  ],
  [/cannot be cast to class java\.lang\.String/, 'put the key in quotes'],
  [/single document/, 'keep one document only'],
  [/exceeds the limit/, 'shorten the file'],
  [/special characters/, 'remove characters that cannot be printed'],
  [/the tag|tag handle/, 'put a value that begins with ! in quotes'],
  [/expected ':'/, 'write "key: value", or indent what belongs to the line before'],
  [/end of stream/, 'close the quote'],
];

/** Longer messages repeat a key or a value of that length. */
const LONGEST = 2000;

/** What Flink answers for a file that it cannot load. No value of a secret is repeated. */
export function refusal(text: string, fault: LoadFault): LoadingRefusal {
  const message = withoutSecrets(text, fault);
  const place = fault.mark === null ? '' : ` at line ${fault.mark.line + 1}, column ${fault.mark.column + 1}`;
  const about = fault.key === null ? '' : `, "${fault.key}"`;
  const remedy =
    REMEDIES.find(([pattern]) => pattern.test(fault.message ?? ''))?.[1] ?? 'correct the YAML there';
  return {
    flinkException: fault.error,
    flinkMessage: message,
    ...(fault.cause === fault.error ? {} : { flinkCause: { exception: fault.cause, message } }),
    line: fault.mark === null ? null : fault.mark.line + 1,
    column: fault.mark === null ? null : fault.mark.column + 1,
    detail: `Flink cannot load this file${place}${about}: ${remedy}.`,
  };
}

/** Its message without what stands in the line as a value, where that is a secret by its key or by one around it. */
export function withoutSecrets(text: string, { mark, message: whole }: LoadFault): string | null {
  const message = whole?.slice(0, LONGEST) ?? null;
  if (mark === null || message === null) return message;
  const lines = text.split(/\r\n|\r|\n/).slice(0, mark.line + 1);
  const line = lines.at(-1) ?? '';
  if (!lines.slice(blockStart(lines)).some(isSensitiveKey)) return message;
  const value = line.slice(line.indexOf(':') + 1);
  return value
    .split(/[\s,[\]{}'"]+/)
    .flatMap((word) => [word, word.replace(/^[!*&]+/, '')])
    .filter((word) => word.length > 1 && message.includes(word))
    .toSorted((a, b) => b.length - a.length)
    .reduce((hiding, word) => hiding.replaceAll(word, HIDDEN), message);
}

/** The line where the block of the last line begins. */
const blockStart = (lines: readonly string[]): number =>
  Math.max(
    0,
    lines.findLastIndex((line) => /^\S/.test(line)),
  );

import { HIDDEN, isSensitiveKey } from '@plimsoll/flink-config';

export { HIDDEN, isSensitiveKey };

/** The same configuration with every secret as `******`: the only form in which one may be stored or shown. */
export function redactConfig(config: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, isSensitiveKey(key) ? HIDDEN : value]),
  );
}

/** Whether a text seems to hold `some.password: …`: such a text is never repeated to anyone. */
export const mentionsSecret = (text: string): boolean => isSensitiveKey(text);

/** A text in which none of these secrets stands any more; the longest go first, as one may be part of another. */
export const hiddenIn = (text: string, secrets: readonly string[]): string =>
  secrets
    .toSorted((a, b) => b.length - a.length)
    .reduce((hidden, secret) => hidden.replaceAll(secret, HIDDEN), text);

/** Key parts whose values Flink hides in its own logs, and `credential`, which we hide too. Matched without regard to case. */
const SENSITIVE = [
  'password',
  'secret',
  'token',
  'api-key',
  'apikey',
  'credential',
  'auth-params',
  'service-key',
  'basic-auth',
  'jaas.config',
  'http-headers',
  'fs.azure.account.key',
] as const;

/** What stands in the place of a value that nobody may read. */
export const HIDDEN = '******';

/** Whether the values of this configuration key are secrets: `s3.secret-key`, `security.ssl.key-password`. */
export function isSensitiveKey(key: string): boolean {
  const lower = key.toLowerCase();
  return SENSITIVE.some((part) => lower.includes(part));
}

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

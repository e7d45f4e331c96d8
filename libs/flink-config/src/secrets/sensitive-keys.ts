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

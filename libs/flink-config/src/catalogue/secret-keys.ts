/** Parts of keys whose values Flink hides in its own logs, and `credential`, which is hidden here too. Matched without regard to case. */
const SECRET = [
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

/** Whether the values of a configuration key are secrets: `s3.secret-key`, `security.ssl.key-password`. */
export function isSecretKey(key: string): boolean {
  const lower = key.toLowerCase();
  return SECRET.some((part) => lower.includes(part));
}

import { type FlinkVersion, isFrom } from '@plimsoll/units';

/** Parts of keys whose values Flink leaves out of its messages, with the version that began to. */
const PARTS: readonly (readonly [part: string, major: number, minor: number])[] = [
  ['password', 1, 17],
  ['secret', 1, 17],
  ['fs.azure.account.key', 1, 17],
  ['apikey', 1, 17],
  ['auth-params', 1, 17],
  ['service-key', 1, 17],
  ['token', 1, 17],
  ['basic-auth', 1, 17],
  ['jaas.config', 1, 17],
  ['http-headers', 1, 19],
  ['api-key', 2, 1],
];

/**
 * Whether Flink leaves the value of a key out of what it says when it cannot read it.
 * @see org.apache.flink.configuration.GlobalConfiguration#isSensitive
 */
export function isHiddenByFlink(version: FlinkVersion, key: string): boolean {
  const lower = key.toLowerCase();
  return PARTS.some(([part, major, minor]) => isFrom(version, major, minor) && lower.includes(part));
}

import { type FlinkConfig, HIDDEN, isSensitiveKey } from '@plimsoll/flink-config';
import type { Violation } from './rule.js';

const IN_ADDRESS = /:\/\/[^/\s:@]+:[^/\s@]+@/;
const IN_JAVA_OPTIONS = /-D\S*(?:password|secret|token|credential|api-?key)\S*=\S+/i;

/** Whether a text holds a password beside what its key says: in an address, or in an option of the JVM. */
export const holdsSecret = (text: string): boolean =>
  (text.includes('://') && IN_ADDRESS.test(text)) || (text.includes('-D') && IN_JAVA_OPTIONS.test(text));

/** A value as it may be shown. */
export const shown = (key: string, text: string): string =>
  isSensitiveKey(key) || holdsSecret(text) ? HIDDEN : text;

/**
 * What a rule says of a configuration, without the passwords that the values it is about hold beside other things; a fix that would
 * have to repeat one is left out.
 */
export function withoutSecrets(config: FlinkConfig, violation: Violation): Violation {
  const { fix, ...told } = violation;
  const keys = [told.path, ...told.evidence.map(({ from }) => from.replace(/^\/config\//, ''))];
  const secrets = [...new Set(keys)]
    .map((key) => (Object.hasOwn(config, key) ? (config[key] ?? '') : ''))
    .filter(holdsSecret)
    .map((text) => text.trim());
  const repeats = fix !== undefined && Object.values(fix.set).some(holdsSecret);
  if (secrets.length === 0) return repeats ? told : violation;
  const hidden = (text: string): string =>
    secrets.reduce((clear, secret) => clear.replaceAll(secret, HIDDEN), text);
  return {
    ...told,
    message: hidden(told.message),
    evidence: told.evidence.map((one) =>
      typeof one.value === 'string' ? { ...one, value: hidden(one.value) } : one,
    ),
    ...(fix !== undefined && !repeats && { fix }),
  };
}

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
 * What rules say of a configuration, without the passwords that its values hold beside other things; a fix that would have to repeat
 * one is left out.
 */
export function withoutSecrets(config: FlinkConfig): (violation: Violation) => Violation {
  const secrets = Object.values(config)
    .filter(holdsSecret)
    .map((text) => text.trim());
  if (secrets.length === 0) return (violation) => violation;
  const hidden = (text: string): string =>
    secrets.reduce((clear, secret) => clear.replaceAll(secret, HIDDEN), text);
  return ({ message, evidence, fix, ...violation }) => ({
    ...violation,
    message: hidden(message),
    evidence: evidence.map((one) =>
      typeof one.value === 'string' ? { ...one, value: hidden(one.value) } : one,
    ),
    ...(fix !== undefined && !Object.values(fix.set).some(holdsSecret) && { fix }),
  });
}

import { HIDDEN, isSensitiveKey } from '@plimsoll/flink-config';

const IN_ADDRESS = /:\/\/[^/\s:@]+:[^/\s@]+@/;
const IN_JAVA_OPTIONS = /-D\S*(?:password|secret|token|credential|api-?key)\S*=\S+/i;

/** Whether a text holds a password beside what its key says: in an address, or in an option of the JVM. */
export const holdsSecret = (text: string): boolean =>
  (text.includes('://') && IN_ADDRESS.test(text)) || (text.includes('-D') && IN_JAVA_OPTIONS.test(text));

/** A value as it may be shown. */
export const shown = (key: string, text: string): string =>
  isSensitiveKey(key) || holdsSecret(text) ? HIDDEN : text;

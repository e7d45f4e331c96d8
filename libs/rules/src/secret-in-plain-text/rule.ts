import { HIDDEN, isSensitiveKey } from '@plimsoll/flink-config';
import type { ConfigReader } from '../config-reader.js';
import type { Rule } from '../rule.js';
import { holdsSecret } from '../secrets.js';

export const rule: Rule = {
  id: 'secret-in-plain-text',
  family: 'security',
  severity: 'warning',
  title: 'A secret stands in the file',
  why: 'Flink’s file is copied into images, ConfigMaps and repositories, and its web interface shows the configuration to everybody who reaches it. Flink hides values of keys that look like secrets there and in its logs; the file itself hides nothing, and its history keeps what was once in it.',
  remedy:
    'Take it from the environment or from a mounted secret: a variable of the shell that is replaced before Flink starts, -D when the process starts, or the credentials of the machine or the service account.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  check: ({ config }) =>
    Object.keys(config.entries)
      .filter((key) => isSecret(config, key, config.entries[key] ?? ''))
      .map((key) => ({
        message: isSensitiveKey(key)
          ? `${key} holds its secret in plain text. Whoever reads the file has it: take it out of the file, and change it where it is used.`
          : `The value of ${key} holds a password among other things: take it out of the file, and change it where it is used.`,
        path: key,
        evidence: [{ name: key, value: HIDDEN, unit: 'text', from: `/config/${key}` }],
      })),
};

function isSecret(config: ConfigReader, key: string, text: string): boolean {
  const value = text.trim();
  if (value === '' || isReference(value)) return false;
  return isSensitiveKey(key) ? isSecretOption(config, key) : holdsSecret(value);
}

/** A place from which the value comes, or one that nobody has filled in. */
const isReference = (value: string): boolean =>
  /^\*+$/.test(value) || /\$\{[^}]+\}|\$\([^)]+\)|^\$[A-Z_][A-Z0-9_]*$/.test(value) || /^<.*>$/.test(value);

/** Keys that look like secrets and name a class, a file or a list of names. */
const NAMES_ONLY =
  /(?:provider|providers|provider\.path|provider\.mapping|path|file|files|dir|services|secretkeyref|type|enabled|mode|url|uri|endpoint)$/i;

const TOKENS = 'security.delegation.token';

function isSecretOption(config: ConfigReader, key: string): boolean {
  const option = config.known(key)?.option ?? null;
  const asText = option === null || option.type === 'String' || key.toLowerCase().includes('http-headers');
  if (!asText || NAMES_ONLY.test(key) || key.startsWith('kubernetes.secrets')) return false;
  return !key.startsWith(TOKENS) || isSensitiveKey(key.slice(TOKENS.length));
}

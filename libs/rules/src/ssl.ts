import type { ConfigReader } from './config-reader.js';

export const INTERNAL_SSL = 'security.ssl.internal.enabled';
export const REST_SSL = 'security.ssl.rest.enabled';
/** One switch for both, to 1.20. */
export const OLD_SSL = 'security.ssl.enabled';

const isOn = (config: ConfigReader, key: string): boolean =>
  (config.sets(key) ? config.flag(key) : config.knows(OLD_SSL) && config.flag(OLD_SSL)) === true;

/** Whether Flink's processes encrypt what they say to each other. */
export const internalSsl = (config: ConfigReader): boolean => isOn(config, INTERNAL_SSL);

/** Whether the REST port is HTTPS. */
export const restSsl = (config: ConfigReader): boolean => isOn(config, REST_SSL);

/** Whether clients of the REST port have to show a certificate. */
export const restAuthenticates = (config: ConfigReader): boolean =>
  restSsl(config) && config.flag('security.ssl.rest.authentication-enabled') === true;

const KEY_STORE = ['keystore', 'keystore-password', 'key-password'] as const;
const TRUST_STORE = ['truststore', 'truststore-password'] as const;

const isSet = (config: ConfigReader, scope: string, name: string): boolean =>
  config.raw(`security.ssl.${scope}.${name}`) !== null || config.raw(`security.ssl.${name}`) !== null;

/** What Flink would miss of the stores of keys if SSL were on: keys of that scope. */
export function missingStores(config: ConfigReader, scope: 'internal' | 'rest'): readonly string[] {
  const trust = TRUST_STORE.filter((name) => !isSet(config, scope, name));
  const optional = scope === 'rest' && trust.length === TRUST_STORE.length;
  return [...KEY_STORE.filter((name) => !isSet(config, scope, name)), ...(optional ? [] : trust)].map(
    (name) => `security.ssl.${scope}.${name}`,
  );
}

import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const KEYTAB = 'security.kerberos.login.keytab';
const PRINCIPAL = 'security.kerberos.login.principal';

export const rule: Rule = {
  id: 'kerberos-login-incomplete',
  family: 'security',
  severity: 'error',
  title: 'Keytab and principal need each other',
  why: 'A keytab holds the keys of a principal, and Flink logs in with both. With one of them alone it throws IllegalConfigurationException: Kerberos login configuration is invalid, and no process starts.',
  remedy: 'Set security.kerberos.login.keytab and security.kerberos.login.principal, or neither.',
  reference: 'Kerberos',
  source: 'Flink documentation',
  needs: [],
  check({ config, deployment }) {
    const has = (key: string): boolean =>
      (config.text(key)?.trim() ?? '') !== '' || Object.hasOwn(deployment?.injected ?? {}, key);
    if (has(KEYTAB) === has(PRINCIPAL)) return [];
    const [set, missing] = has(KEYTAB) ? [KEYTAB, PRINCIPAL] : [PRINCIPAL, KEYTAB];
    return [
      {
        message: `${config.keyOf(set)} is set and ${missing} is not: either both must be, or neither. Flink does not start.`,
        path: missing,
        evidence: [setting(config, set), setting(config, missing)],
      },
    ];
  },
};

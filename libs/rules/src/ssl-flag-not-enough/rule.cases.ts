import type { RuleCases } from '../rule-cases.js';

const stores = (scope: string): Record<string, string> => ({
  [`security.ssl.${scope}keystore`]: '/certs/keys.p12',
  [`security.ssl.${scope}keystore-password`]: '******',
  [`security.ssl.${scope}key-password`]: '******',
  [`security.ssl.${scope}truststore`]: '/certs/trust.p12',
  [`security.ssl.${scope}truststore-password`]: '******',
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the old switch in 2.x encrypts nothing',
      flinkVersion: '2.3',
      config: { 'security.ssl.enabled': 'true' },
      path: 'security.ssl.enabled',
      severity: 'error',
    },
    {
      name: 'the same, with the stores that it used',
      flinkVersion: '2.0',
      config: { ...stores(''), 'security.ssl.enabled': 'true' },
      path: 'security.ssl.enabled',
      severity: 'error',
      fix: {
        set: { 'security.ssl.internal.enabled': 'true', 'security.ssl.rest.enabled': 'true' },
        unset: ['security.ssl.enabled'],
      },
    },
    {
      name: 'deprecated in 1.20, where it still works',
      flinkVersion: '1.20',
      config: { ...stores(''), 'security.ssl.enabled': 'true', 'security.ssl.rest.enabled': 'false' },
      path: 'security.ssl.enabled',
      severity: 'info',
      fix: { set: { 'security.ssl.internal.enabled': 'true' }, unset: ['security.ssl.enabled'] },
    },
    {
      name: 'a flag of a part without the whole',
      flinkVersion: '1.13',
      config: { 'akka.ssl.enabled': 'true', 'taskmanager.data.ssl.enabled': 'true' },
      path: 'taskmanager.data.ssl.enabled',
      severity: 'warning',
    },
    {
      name: 'the flag of the web interface',
      flinkVersion: '1.20',
      config: { 'web.ssl.enabled': 'true' },
      path: 'web.ssl.enabled',
      severity: 'warning',
      fix: { set: {}, unset: ['web.ssl.enabled'] },
    },
  ],
  silent: [
    {
      name: 'the switches of today',
      flinkVersion: '2.3',
      config: { 'security.ssl.internal.enabled': 'true', 'security.ssl.rest.enabled': 'true' },
    },
    {
      name: 'a flag of a part with the whole',
      flinkVersion: '2.3',
      config: { 'security.ssl.internal.enabled': 'true', 'blob.service.ssl.enabled': 'true' },
    },
    { name: 'nothing at all', flinkVersion: '2.3', config: {} },
  ],
};

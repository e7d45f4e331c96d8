import type { RuleCases } from '../rule-cases.js';

const stores = (scope: string): Record<string, string> => ({
  [`security.ssl.${scope}keystore`]: '/certs/keys.p12',
  [`security.ssl.${scope}keystore-password`]: '******',
  [`security.ssl.${scope}key-password`]: '******',
  [`security.ssl.${scope}truststore`]: '/certs/trust.p12',
  [`security.ssl.${scope}truststore-password`]: '******',
});

const { 'security.ssl.key-password': _, ...withoutKeyPassword } = stores('');

export const cases: RuleCases = {
  fires: [
    {
      name: 'internal SSL alone',
      flinkVersion: '2.3',
      config: { 'security.ssl.internal.enabled': 'true' },
      path: 'security.ssl.internal.keystore',
      severity: 'error',
    },
    {
      name: 'the switch of 1.x, with one password less than it takes',
      flinkVersion: '1.20',
      config: { ...withoutKeyPassword, 'security.ssl.enabled': 'true', 'security.ssl.rest.enabled': 'false' },
      path: 'security.ssl.internal.key-password',
    },
    {
      name: 'REST with a trust store and no password for it',
      flinkVersion: '2.3',
      config: {
        ...stores('internal.'),
        'security.ssl.rest.enabled': 'true',
        'security.ssl.keystore': '/certs/rest.p12',
        'security.ssl.keystore-password': '******',
        'security.ssl.key-password': '******',
        'security.ssl.rest.truststore': '/certs/trust.p12',
      },
      path: 'security.ssl.rest.truststore-password',
    },
  ],
  silent: [
    {
      name: 'all of one scope',
      flinkVersion: '2.3',
      config: { ...stores('internal.'), 'security.ssl.internal.enabled': 'true' },
    },
    {
      name: 'one set of stores for both',
      flinkVersion: '1.20',
      config: { ...stores(''), 'security.ssl.internal.enabled': 'true', 'security.ssl.rest.enabled': 'true' },
    },
    { name: 'SSL is off', flinkVersion: '2.3', config: {} },
  ],
};

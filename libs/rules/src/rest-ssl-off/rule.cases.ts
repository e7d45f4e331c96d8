import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is set',
      flinkVersion: '2.3',
      config: {},
      path: 'security.ssl.rest.enabled',
      severity: 'info',
    },
    {
      name: 'others reach the port',
      flinkVersion: '1.20',
      config: { 'security.ssl.internal.enabled': 'true' },
      environment: { restReachable: true },
      path: 'security.ssl.rest.enabled',
      severity: 'warning',
    },
    {
      name: 'the key store is there',
      flinkVersion: '2.3',
      config: {
        'security.ssl.rest.keystore': '/certs/rest.p12',
        'security.ssl.rest.keystore-password': '******',
        'security.ssl.rest.key-password': '******',
      },
      path: 'security.ssl.rest.enabled',
      fix: { set: { 'security.ssl.rest.enabled': 'true' }, unset: [] },
    },
  ],
  silent: [
    { name: 'it is on', flinkVersion: '2.3', config: { 'security.ssl.rest.enabled': 'true' } },
    { name: 'by the one switch of 1.x', flinkVersion: '1.13', config: { 'security.ssl.enabled': 'true' } },
    {
      name: 'nobody else reaches the port',
      flinkVersion: '2.3',
      config: {},
      environment: { restReachable: false },
    },
  ],
};

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
      name: 'nothing is set',
      flinkVersion: '2.3',
      config: {},
      path: 'security.ssl.internal.enabled',
      severity: 'info',
    },
    {
      name: 'the stores are there, and nothing uses them',
      flinkVersion: '2.3',
      config: stores('internal.'),
      path: 'security.ssl.internal.enabled',
      severity: 'warning',
      fix: { set: { 'security.ssl.internal.enabled': 'true' }, unset: [] },
    },
    {
      name: 'the switch of 1.x, which 2.x does not read',
      flinkVersion: '2.0',
      config: { 'security.ssl.enabled': 'true' },
      path: 'security.ssl.internal.enabled',
    },
  ],
  silent: [
    { name: 'it is on', flinkVersion: '2.3', config: { 'security.ssl.internal.enabled': 'true' } },
    { name: 'by the one switch of 1.x', flinkVersion: '1.20', config: { 'security.ssl.enabled': 'true' } },
    { name: 'while developing', flinkVersion: '2.3', config: {}, rules: { set: 'development' } },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const config = { 'security.ssl.rest.enabled': 'true' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'HTTPS for everybody',
      flinkVersion: '2.3',
      config,
      path: 'security.ssl.rest.authentication-enabled',
      severity: 'info',
    },
    {
      name: 'and others reach the port, by the switch of 1.x',
      flinkVersion: '1.20',
      config: { 'security.ssl.enabled': 'true' },
      environment: { restReachable: true },
      path: 'security.ssl.rest.authentication-enabled',
      severity: 'warning',
    },
  ],
  silent: [
    {
      name: 'clients show a certificate',
      flinkVersion: '2.3',
      config: { ...config, 'security.ssl.rest.authentication-enabled': 'true' },
    },
    { name: 'plain HTTP, which is another finding', flinkVersion: '2.3', config: {} },
    {
      name: 'nobody else reaches the port',
      flinkVersion: '2.3',
      config,
      environment: { restReachable: false },
    },
  ],
};

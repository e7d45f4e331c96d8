import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'records in plain text',
      flinkVersion: '2.3',
      config: { 'security.ssl.internal.enabled': 'true', 'taskmanager.data.ssl.enabled': 'false' },
      path: 'taskmanager.data.ssl.enabled',
      fix: { set: {}, unset: ['taskmanager.data.ssl.enabled'] },
    },
    {
      name: 'calls in plain text, by the old key',
      flinkVersion: '1.20',
      config: { 'security.ssl.enabled': 'true', 'akka.ssl.enabled': 'false' },
      path: 'akka.ssl.enabled',
    },
  ],
  silent: [
    {
      name: 'all parts are on',
      flinkVersion: '2.3',
      config: { 'security.ssl.internal.enabled': 'true', 'blob.service.ssl.enabled': 'true' },
    },
    {
      name: 'SSL is off altogether',
      flinkVersion: '2.3',
      config: { 'taskmanager.data.ssl.enabled': 'false' },
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const environment = { restReachable: true };

export const cases: RuleCases = {
  fires: [
    {
      name: 'by default, and others reach it',
      flinkVersion: '2.3',
      config: {},
      environment,
      path: 'web.cancel.enable',
      fix: { set: { 'web.cancel.enable': 'false' }, unset: [] },
    },
    {
      name: 'on a port of every node',
      flinkVersion: '1.20',
      config: { 'kubernetes.rest-service.exposed.type': 'NodePort' },
      path: 'web.cancel.enable',
    },
  ],
  silent: [
    { name: 'it is off', flinkVersion: '2.3', config: { 'web.cancel.enable': 'false' }, environment },
    { name: 'nothing says that others reach it', flinkVersion: '2.3', config: {} },
  ],
};

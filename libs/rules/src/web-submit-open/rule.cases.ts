import type { RuleCases } from '../rule-cases.js';

const environment = { restReachable: true };

export const cases: RuleCases = {
  fires: [
    {
      name: 'by default, and others reach it',
      flinkVersion: '2.3',
      config: {},
      environment,
      path: 'web.submit.enable',
      fix: { set: { 'web.submit.enable': 'false' }, unset: [] },
    },
    {
      name: 'behind a load balancer',
      flinkVersion: '1.20',
      config: { 'web.submit.enable': 'true', 'kubernetes.rest-service.exposed.type': 'LoadBalancer' },
      path: 'web.submit.enable',
    },
    {
      name: 'a session cluster of the operator, which submits by it',
      flinkVersion: '2.3',
      config: {},
      environment,
      deployment: { kind: 'FlinkDeployment', cluster: 'session' },
      path: 'web.submit.enable',
    },
  ],
  silent: [
    { name: 'it is off', flinkVersion: '2.3', config: { 'web.submit.enable': 'false' }, environment },
    {
      name: 'an application cluster takes no other job',
      flinkVersion: '2.3',
      config: {},
      environment,
      deployment: { kind: 'FlinkDeployment', cluster: 'application' },
    },
    { name: 'nothing says that others reach it', flinkVersion: '2.3', config: {} },
  ],
};

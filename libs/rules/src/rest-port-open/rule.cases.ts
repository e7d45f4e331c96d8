import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'others reach it',
      flinkVersion: '2.3',
      config: {},
      environment: { restReachable: true },
      path: '/environment/restReachable',
      severity: 'error',
    },
    {
      name: 'a load balancer before it',
      flinkVersion: '1.20',
      config: { 'kubernetes.rest-service.exposed.type': 'LoadBalancer' },
      path: 'kubernetes.rest-service.exposed.type',
      severity: 'warning',
      fix: { set: { 'kubernetes.rest-service.exposed.type': 'ClusterIP' }, unset: [] },
    },
    {
      name: 'the default of 1.13',
      flinkVersion: '1.13',
      config: {},
      deployment: { kind: 'Kubernetes' },
      path: 'kubernetes.rest-service.exposed.type',
    },
    {
      name: 'every address of a machine',
      flinkVersion: '2.3',
      config: { 'rest.bind-address': '0.0.0.0' },
      deployment: { kind: 'Standalone' },
      path: 'rest.bind-address',
      severity: 'info',
    },
  ],
  silent: [
    { name: 'nothing says so', flinkVersion: '2.3', config: {} },
    { name: 'the default of 1.17', flinkVersion: '1.17', config: {}, deployment: { kind: 'Kubernetes' } },
    {
      name: 'clients show a certificate',
      flinkVersion: '2.3',
      config: {
        'kubernetes.rest-service.exposed.type': 'LoadBalancer',
        'security.ssl.rest.enabled': 'true',
        'security.ssl.rest.authentication-enabled': 'true',
      },
    },
    {
      name: 'nobody else reaches it',
      flinkVersion: '2.3',
      config: { 'kubernetes.rest-service.exposed.type': 'NodePort' },
      environment: { restReachable: false },
    },
    {
      name: 'every address of a container, which has to be so',
      flinkVersion: '2.3',
      config: { 'rest.bind-address': '0.0.0.0' },
      deployment: { kind: 'FlinkDeployment' },
    },
  ],
};

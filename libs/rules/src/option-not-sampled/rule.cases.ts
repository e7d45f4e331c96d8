import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an option that came between two versions that were read',
      flinkVersion: '1.15',
      config: { 'heartbeat.rpc-failure-threshold': '3' },
      path: 'heartbeat.rpc-failure-threshold',
    },
    {
      name: 'a default that changed between them',
      flinkVersion: '1.16',
      config: { 'kubernetes.rest-service.exposed.type': 'LoadBalancer' },
      path: 'kubernetes.rest-service.exposed.type',
    },
    {
      name: 'a version before the first that was read, told once',
      flinkVersion: '1.11',
      config: { 'parallelism.default': '4', 'taskmanager.numberOfTaskSlots': '2' },
      path: '/flinkVersion',
    },
  ],
  silent: [
    {
      name: 'a version that was read',
      flinkVersion: '1.17',
      config: { 'heartbeat.rpc-failure-threshold': '3' },
    },
    {
      name: 'an option that both neighbours have alike',
      flinkVersion: '1.15',
      config: { 'parallelism.default': '4' },
    },
    {
      name: 'keys that one neighbour reads as an old name, and a reporter that one reads by its prefix',
      flinkVersion: '1.15',
      config: {
        'state.backend': 'rocksdb',
        'high-availability': 'zookeeper',
        'kubernetes.taskmanager.cpu': '2.0',
        'metrics.reporter.prom.port': '9249',
      },
    },
  ],
};

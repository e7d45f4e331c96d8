import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one millisecond less than the default interval',
      flinkVersion: '1.20',
      config: { 'heartbeat.timeout': '9999' },
      path: 'heartbeat.timeout',
      fix: { set: {}, unset: ['heartbeat.timeout'] },
    },
    {
      name: 'an interval above the default timeout, in milliseconds as 1.13 takes it',
      flinkVersion: '1.13',
      config: { 'heartbeat.interval': '60000' },
      path: 'heartbeat.timeout',
    },
    {
      name: 'no interval at all',
      flinkVersion: '2.3',
      config: { 'heartbeat.interval': '0 s' },
      path: 'heartbeat.interval',
    },
  ],
  silent: [
    {
      name: 'both alike, which Flink takes',
      flinkVersion: '2.3',
      config: { 'heartbeat.interval': '10 s', 'heartbeat.timeout': '10 s' },
    },
    { name: 'the defaults', flinkVersion: '1.20', config: {} },
  ],
};

import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one millisecond less than three heartbeats',
      flinkVersion: '1.20',
      config: { 'heartbeat.timeout': '29999' },
      path: 'heartbeat.timeout',
      fix: { set: { 'heartbeat.timeout': '50000' }, unset: [] },
    },
    {
      name: 'a long interval under the default timeout',
      flinkVersion: '1.13',
      config: { 'heartbeat.interval': '20000' },
      path: 'heartbeat.timeout',
      fix: { set: { 'heartbeat.timeout': '100000' }, unset: [] },
    },
    {
      name: 'many heartbeats within five seconds',
      flinkVersion: '2.3',
      config: { 'heartbeat.interval': '1 s', 'heartbeat.timeout': '5 s' },
      path: 'heartbeat.timeout',
    },
  ],
  silent: [
    { name: 'three heartbeats', flinkVersion: '1.20', config: { 'heartbeat.timeout': '30 s' } },
    {
      name: 'ten seconds with a short interval',
      flinkVersion: '2.3',
      config: { 'heartbeat.interval': '1 s', 'heartbeat.timeout': '10 s' },
    },
    {
      name: 'refused by Flink, which is another finding',
      flinkVersion: '2.3',
      config: { 'heartbeat.timeout': '1 s' },
    },
  ],
};

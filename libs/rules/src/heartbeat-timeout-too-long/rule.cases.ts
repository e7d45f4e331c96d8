import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'one millisecond above five minutes',
      flinkVersion: '2.3',
      config: { 'heartbeat.timeout': '300001' },
      path: 'heartbeat.timeout',
    },
    {
      name: 'five hours, as milliseconds of 1.17',
      flinkVersion: '1.17',
      config: { 'heartbeat.timeout': '18000000' },
      path: 'heartbeat.timeout',
    },
  ],
  silent: [
    { name: 'five minutes', flinkVersion: '2.3', config: { 'heartbeat.timeout': '5 min' } },
    {
      name: 'while a debugger holds the process',
      flinkVersion: '2.3',
      config: { 'heartbeat.timeout': '5 h' },
      rules: { set: 'mini-cluster' },
    },
  ],
};

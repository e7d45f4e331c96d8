import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'the longest transaction of a broker',
      flinkVersion: '1.20',
      config: { 'transaction.max.timeout.ms': '604800000' },
      path: 'transaction.max.timeout.ms',
      fix: { set: {}, unset: ['transaction.max.timeout.ms'] },
    },
    {
      name: 'the expiration of transactional ids',
      flinkVersion: '2.3',
      config: { 'transactional.id.expiration.ms': '3600000' },
      path: 'transactional.id.expiration.ms',
    },
    {
      name: 'the timeout of a producer',
      flinkVersion: '2.3',
      config: { 'transaction.timeout.ms': '900000' },
      path: 'transaction.timeout.ms',
    },
  ],
  silent: [
    { name: 'no key of Kafka', flinkVersion: '1.20', config: { 'heartbeat.timeout': '50 s' } },
    {
      name: 'a key with a prefix that a job takes off itself',
      flinkVersion: '2.3',
      config: { 'kafka.transaction.timeout.ms': '900000' },
    },
  ],
};

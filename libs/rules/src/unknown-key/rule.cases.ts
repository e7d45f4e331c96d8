import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a segment is missing',
      flinkVersion: '1.20',
      config: { 'taskmanager.process.size': '8g' },
      path: 'taskmanager.process.size',
      severity: 'warning',
      fix: { set: { 'taskmanager.memory.process.size': '8g' }, unset: ['taskmanager.process.size'] },
    },
    {
      name: 'a letter is missing',
      flinkVersion: '2.3',
      config: { 'execution.checkpointing.intervall': '1 min' },
      path: 'execution.checkpointing.intervall',
    },
    {
      name: 'a slip within what the start scripts read',
      flinkVersion: '1.20',
      config: { 'env.java.opt.taskmanager': '-XX:+UseG1GC' },
      path: 'env.java.opt.taskmanager',
    },
    {
      name: 'a key that a job may read itself',
      flinkVersion: '1.20',
      config: { 'acme.topic': 'orders' },
      path: 'acme.topic',
      severity: 'info',
    },
    {
      name: 'what would be a secret is not moved',
      flinkVersion: '1.20',
      config: { 'security.ssl.internal.keypassword': 'hunter2' },
      path: 'security.ssl.internal.keypassword',
    },
  ],
  silent: [
    {
      name: 'keys of the operator and its autoscaler',
      flinkVersion: '1.20',
      config: {
        'kubernetes.operator.job.restart.failed': 'true',
        'job.autoscaler.enabled': 'true',
        'job.autoscaler.metrics.window': '15 min',
      },
    },
    {
      name: 'what the start scripts and Flink itself write',
      flinkVersion: '1.17',
      config: { 'env.java.home': '/opt/java', '$internal.application.main': 'com.acme.Job' },
    },
    {
      name: 'a broker’s key, which is another finding',
      flinkVersion: '1.20',
      config: { 'transaction.max.timeout.ms': '3600000' },
    },
    {
      name: 'a file system’s key, which goes to its client',
      flinkVersion: '1.20',
      config: { 's3.endpoint': 'http://minio:9000', 'fs.s3a.connection.maximum': '200' },
    },
    { name: 'a key of today', flinkVersion: '2.3', config: { 'execution.checkpointing.interval': '1 min' } },
    { name: 'a key of a reporter', flinkVersion: '1.20', config: { 'metrics.reporter.prom.port': '9249' } },
    { name: 'an old key that is still read', flinkVersion: '2.3', config: { 'state.backend': 'rocksdb' } },
  ],
};

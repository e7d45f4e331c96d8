import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'Kafka and ZooKeeper log in by the ticket cache',
      flinkVersion: '1.13',
      config: { 'security.kerberos.login.contexts': 'Client,KafkaClient' },
      path: 'security.kerberos.login.keytab',
    },
    {
      name: 'tokens for other file systems',
      flinkVersion: '2.3',
      config: { 'security.kerberos.access.hadoopFileSystems': 'hdfs://other:9000' },
      path: 'security.kerberos.login.keytab',
    },
  ],
  silent: [
    {
      name: 'with a keytab',
      flinkVersion: '2.3',
      config: {
        'security.kerberos.login.contexts': 'KafkaClient',
        'security.kerberos.login.keytab': '/etc/flink.keytab',
        'security.kerberos.login.principal': 'flink@EXAMPLE.COM',
      },
    },
    { name: 'no Kerberos', flinkVersion: '2.3', config: {} },
    {
      name: 'a batch job that ends before',
      flinkVersion: '2.3',
      config: { 'security.kerberos.login.contexts': 'KafkaClient' },
      job: { type: 'batch' },
    },
  ],
};

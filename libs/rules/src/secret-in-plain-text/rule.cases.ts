import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a key of S3',
      flinkVersion: '2.3',
      config: { 's3.secret-key': 'hunter2' },
      path: 's3.secret-key',
    },
    {
      name: 'the password of a key store',
      flinkVersion: '1.20',
      config: { 'security.ssl.internal.keystore-password': 'hunter2' },
      path: 'security.ssl.internal.keystore-password',
    },
    {
      name: 'a variable of the container',
      flinkVersion: '1.20',
      config: { 'containerized.taskmanager.env.AWS_SECRET_ACCESS_KEY': 'hunter2' },
      path: 'containerized.taskmanager.env.AWS_SECRET_ACCESS_KEY',
    },
    {
      name: 'a password within an address',
      flinkVersion: '1.13',
      config: { 'metrics.reporter.influx.hostUrl': 'https://flink:hunter2@influx:8086' },
      path: 'metrics.reporter.influx.hostUrl',
    },
    {
      name: 'a password among the options of the JVM',
      flinkVersion: '2.3',
      config: { 'env.java.opts.all': '-XX:+UseG1GC -Djavax.net.ssl.trustStorePassword=hunter2' },
      path: 'env.java.opts.all',
    },
  ],
  silent: [
    {
      name: 'what the environment puts in its place',
      flinkVersion: '2.3',
      config: {
        's3.secret-key': ['$', '{S3_SECRET}'].join(''),
        'security.ssl.internal.key-password': '$KEY_PASSWORD',
      },
    },
    {
      name: 'names, classes and times that only sound like secrets',
      flinkVersion: '2.3',
      config: {
        'fs.s3a.aws.credentials.provider': 'com.amazonaws.auth.InstanceProfileCredentialsProvider',
        'security.delegation.tokens.enabled': 'false',
        'security.delegation.tokens.renewal.time-ratio': '0.75',
        'security.delegation.token.provider.s3.region': 'eu-central-1',
        'kubernetes.secrets': 'flink-certs:/certs',
        'yarn.security.appmaster.delegation.token.services': 'hadoopfs',
      },
    },
    {
      name: 'a value that is hidden already',
      flinkVersion: '1.20',
      config: { 's3.secret-key': '******' },
    },
    {
      name: 'an address without a password',
      flinkVersion: '1.20',
      config: { 's3.endpoint': 'http://minio:9000', 'env.java.opts.all': '-Dlog.level=INFO' },
    },
  ],
};

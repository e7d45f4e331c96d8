import type { RuleCases } from '../rule-cases.js';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a keytab for nobody',
      flinkVersion: '2.3',
      config: { 'security.kerberos.login.keytab': '/etc/flink.keytab' },
      path: 'security.kerberos.login.principal',
    },
    {
      name: 'a principal without keys, by the old key',
      flinkVersion: '1.13',
      config: { 'security.principal': 'flink@EXAMPLE.COM' },
      path: 'security.kerberos.login.keytab',
    },
  ],
  silent: [
    {
      name: 'both',
      flinkVersion: '2.3',
      config: {
        'security.kerberos.login.keytab': '/etc/flink.keytab',
        'security.kerberos.login.principal': 'flink@EXAMPLE.COM',
      },
    },
    { name: 'neither', flinkVersion: '2.3', config: {} },
  ],
};

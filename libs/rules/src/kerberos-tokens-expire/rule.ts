import type { ConfigReader } from '../config-reader.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const KEYTAB = 'security.kerberos.login.keytab';
const TICKET_CACHE = 'security.kerberos.login.use-ticket-cache';
const SPEAKS_OF_KERBEROS = [
  'security.kerberos.login.contexts',
  'security.kerberos.krb5-conf.path',
  'security.kerberos.access.hadoopFileSystems',
  TICKET_CACHE,
] as const;

export const rule: Rule = {
  id: 'kerberos-tokens-expire',
  family: 'security',
  severity: 'warning',
  title: 'The job’s Kerberos tokens expire',
  why: 'Without a keytab Flink logs in with the ticket of whoever started it, and takes delegation tokens for Hadoop by it. Tickets and tokens can be renewed for so long only, 7 days by Hadoop’s default; a job that runs longer then fails at its next file, and no restart helps.',
  remedy:
    'Set security.kerberos.login.keytab and security.kerberos.login.principal: with these Flink logs in anew.',
  reference: 'Kerberos',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config, job }) {
    if (job?.type === 'batch' || config.sets(KEYTAB) || config.sets('security.kerberos.login.principal'))
      return [];
    if (config.flag(TICKET_CACHE) !== true) return [];
    const said = SPEAKS_OF_KERBEROS.filter((key) => usesKerberos(config, key));
    const [first] = said;
    if (first === undefined) return [];
    return [
      {
        message: `${said.map((key) => config.keyOf(key)).join(', ')} ${said.length === 1 ? 'is' : 'are'} set and ${KEYTAB} is not: the job lives on the ticket cache of whoever started it, 7 days by Hadoop’s default.`,
        path: KEYTAB,
        evidence: [setting(config, KEYTAB), ...said.map((key) => setting(config, key))],
      },
    ];
  },
};

const usesKerberos = (config: ConfigReader, key: string): boolean => config.knows(key) && config.sets(key);

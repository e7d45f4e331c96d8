import type { Rule, Violation } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { INTERNAL_SSL, internalSsl } from '../ssl.js';

const PARTS: Readonly<Record<string, string>> = {
  'taskmanager.data.ssl.enabled': 'records between TaskManagers',
  'blob.service.ssl.enabled': 'jars and files from the JobManager',
  'pekko.ssl.enabled': 'calls between the processes',
  'akka.ssl.enabled': 'calls between the processes',
};

export const rule: Rule = {
  id: 'ssl-part-switched-off',
  family: 'security',
  severity: 'warning',
  title: 'A part of the traffic is left out of SSL',
  why: 'Internal SSL has one switch, and each kind of traffic one more that is on by default. Where one of these is off, that traffic stays in plain text and unauthenticated, although SSL is said to be on.',
  remedy: 'Take the switch out; it is on by default.',
  reference: 'SSL Setup',
  source: 'Keep it going',
  needs: [],
  check({ config }) {
    if (!internalSsl(config)) return [];
    return Object.entries(PARTS).flatMap(([key, traffic]): Violation[] =>
      config.knows(key) && config.flag(key) === false
        ? [
            {
              message: `Internal SSL is on and ${config.keyOf(key)} is false: ${traffic} stay in plain text.`,
              path: config.keyOf(key),
              evidence: [setting(config, key), setting(config, INTERNAL_SSL)],
              fix: { set: {}, unset: [config.keyOf(key)] },
            },
          ]
        : [],
    );
  },
};

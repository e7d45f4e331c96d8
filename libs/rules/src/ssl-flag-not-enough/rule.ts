import type { ConfigReader } from '../config-reader.js';
import type { Rule, Violation } from '../rule.js';
import { entry, setting } from '../setting-evidence.js';
import { INTERNAL_SSL, internalSsl, missingStores, OLD_SSL, REST_SSL, restSsl } from '../ssl.js';

/** Each was a part of what one switch turned on. */
const PARTS = [
  'taskmanager.data.ssl.enabled',
  'blob.service.ssl.enabled',
  'akka.ssl.enabled',
  'pekko.ssl.enabled',
] as const;
const WEB = ['web.ssl.enabled', 'jobmanager.web.ssl.enabled'] as const;

export const rule: Rule = {
  id: 'ssl-flag-not-enough',
  family: 'security',
  severity: 'error',
  title: 'A flag of older versions does not switch SSL on',
  why: 'Up to 1.4 security.ssl.enabled with four flags for its parts was all of SSL. Since 1.5 security.ssl.internal.enabled and security.ssl.rest.enabled are the switches, and 2.x does not read the old one: the file says that traffic is encrypted, and it is not.',
  remedy: 'Set security.ssl.internal.enabled and security.ssl.rest.enabled, and take the old flags out.',
  reference: 'SSL Setup',
  source: 'Keep it going',
  needs: [],
  check: ({ config }) => [...oldSwitch(config), ...parts(config), ...web(config)],
};

const isTrue = (config: ConfigReader, key: string): boolean =>
  (config.entries[key] ?? '').trim().toLowerCase() === 'true';

/** The switch itself: gone in 2.x, deprecated before. */
function oldSwitch(config: ConfigReader): Violation[] {
  if (!Object.hasOwn(config.entries, OLD_SSL)) return [];
  const gone = !config.knows(OLD_SSL);
  const on = isTrue(config, OLD_SSL);
  const wanted = on ? [INTERNAL_SSL, REST_SSL].filter((key) => !config.sets(key)) : [];
  const lost = wanted.length > 0;
  const ready = [INTERNAL_SSL, REST_SSL].every(
    (key) =>
      !wanted.includes(key) || missingStores(config, key === REST_SSL ? 'rest' : 'internal').length === 0,
  );
  const what = gone
    ? `Flink ${config.flinkVersion} ignores ${OLD_SSL}${lost ? `, and ${wanted.join(' and ')} ${wanted.length === 1 ? 'is' : 'are'} not set: that traffic is in plain text` : ''}.`
    : `${OLD_SSL} is deprecated and ignored from 2.0 on. Set ${INTERNAL_SSL} and ${REST_SSL}.`;
  return [
    {
      message: what,
      path: OLD_SSL,
      evidence: [entry(config, OLD_SSL), setting(config, INTERNAL_SSL), setting(config, REST_SSL)],
      ...(!(gone && lost) && { severity: 'info' }),
      ...((!gone || ready) && {
        fix: { set: Object.fromEntries(wanted.map((key) => [key, 'true'])), unset: [OLD_SSL] },
      }),
    },
  ];
}

/** Flags of parts that are said to be on while the whole is off. */
const parts = (config: ConfigReader): Violation[] =>
  internalSsl(config) || isTrue(config, OLD_SSL)
    ? []
    : PARTS.filter((key) => isTrue(config, key)).map((key) => ({
        message: `${key} is true and ${INTERNAL_SSL} is not: the flag alone switches nothing on.`,
        path: key,
        evidence: [entry(config, key), setting(config, INTERNAL_SSL)],
        severity: 'warning',
      }));

/** Read by no version since 1.5. */
const web = (config: ConfigReader): Violation[] =>
  WEB.filter((key) => Object.hasOwn(config.entries, key)).map((key) => ({
    message: `${key} switches nothing any more; ${REST_SSL} is what counts, and it is ${restSsl(config) ? 'on' : 'off'}.`,
    path: key,
    evidence: [entry(config, key), setting(config, REST_SSL)],
    severity: isTrue(config, key) && !restSsl(config) ? 'warning' : 'info',
    fix: { set: {}, unset: [key] },
  }));

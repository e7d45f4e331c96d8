import type { LintFacts } from '../facts.js';
import { isOfJobAlone } from '../high-availability.js';
import type { Rule, Violation } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { INTERNAL_SSL, internalSsl, missingStores, OLD_SSL, REST_SSL, restSsl } from '../ssl.js';

export const rule: Rule = {
  id: 'ssl-store-missing',
  family: 'security',
  severity: 'error',
  title: 'SSL is on and has no keys',
  why: 'With SSL on, each process loads its key store and its trust store while it starts. Where a path or a password is missing Flink throws IllegalConfigurationException, and no process comes up.',
  remedy:
    'Set keystore, keystore-password, key-password, truststore and truststore-password, for both as security.ssl.… or for one as security.ssl.internal.… or security.ssl.rest.….',
  reference: 'SSL Setup',
  source: 'Flink documentation',
  needs: [],
  check: (facts) =>
    isOfJobAlone(facts)
      ? []
      : [
          ...(internalSsl(facts.config) ? violation(facts, 'internal', INTERNAL_SSL) : []),
          ...(restSsl(facts.config) ? violation(facts, 'rest', REST_SSL) : []),
        ],
};

function violation({ config, deployment }: LintFacts, scope: 'internal' | 'rest', key: string): Violation[] {
  const injected = deployment?.injected ?? {};
  const missing = missingStores(config, scope).filter((one) => !Object.hasOwn(injected, one));
  const [first] = missing;
  if (first === undefined) return [];
  const by = config.sets(key) ? key : OLD_SSL;
  const general = first.replace(`.${scope}.`, '.');
  return [
    {
      message: `${by} is true and ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set: Flink throws IllegalConfigurationException: The config option ${first} or ${general} is missing.`,
      path: first,
      evidence: [setting(config, by), ...missing.map((one) => setting(config, one))],
    },
  ];
}

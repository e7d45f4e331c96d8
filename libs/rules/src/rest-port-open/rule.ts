import type { LintFacts } from '../facts.js';
import { isOfJobAlone } from '../high-availability.js';
import { restExposure } from '../rest-exposure.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const BIND = 'rest.bind-address';

export const rule: Rule = {
  id: 'rest-port-open',
  family: 'security',
  severity: 'error',
  title: 'Flink’s REST port is open to all',
  why: 'Whoever reaches the REST port may submit a jar, which Flink runs with all that the cluster may do: read its secrets, its state and its sources. Open ports of Flink are searched for on the internet and used to run foreign code.',
  remedy:
    'Let nothing but a proxy that authenticates reach the port, or require client certificates with security.ssl.rest.authentication-enabled.',
  reference: 'Security',
  source: 'Keep it going',
  needs: [],
  sets: ['production', 'development'],
  check(facts) {
    if (isOfJobAlone(facts)) return [];
    const exposure = restExposure(facts);
    if (exposure !== null) {
      const { how, path, evidence } = exposure;
      const byType = path.startsWith('kubernetes.');
      return [
        {
          message: `${how}, and no client has to show a certificate.`,
          path,
          evidence,
          ...(byType && { severity: 'warning', fix: { set: { [path]: 'ClusterIP' }, unset: [] } }),
        },
      ];
    }
    return bound(facts);
  },
};

/** A standalone cluster whose port listens on every address. */
function bound({ config, deployment, environment }: LintFacts) {
  if (deployment?.kind !== 'Standalone' || environment?.restReachable !== undefined) return [];
  const address = config.text(BIND);
  if (address !== '0.0.0.0' && address !== '::') return [];
  return [
    {
      message: `${BIND} is ${address}: the REST port listens on every network of its machine. Name the address that clients use, or say that a firewall stands before it.`,
      path: config.keyOf(BIND),
      evidence: [setting(config, BIND)],
      severity: 'info' as const,
    },
  ];
}

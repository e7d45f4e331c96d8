import { isOfJobAlone } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';
import { INTERNAL_SSL, internalSsl, missingStores } from '../ssl.js';

export const rule: Rule = {
  id: 'internal-ssl-off',
  family: 'security',
  severity: 'info',
  title: 'Flink’s processes trust whoever speaks to them',
  why: 'Without internal SSL records, state and jars cross the network in plain text, and any process that reaches the ports may join the cluster or hand it code. Where the network is not the team’s own, that is open to whoever else is in it.',
  remedy:
    'Set security.ssl.internal.enabled with a key store that only this cluster has; it authenticates both sides.',
  reference: 'SSL Setup',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    if (isOfJobAlone(facts) || internalSsl(config)) return [];
    const missing = missingStores(config, 'internal');
    const ready = missing.length === 0;
    return [
      {
        message: ready
          ? `Key store and trust store are set, and ${INTERNAL_SSL} is not: nothing is encrypted.`
          : `${INTERNAL_SSL} is not set: TaskManagers and JobManager exchange everything in plain text.`,
        path: INTERNAL_SSL,
        evidence: [setting(config, INTERNAL_SSL)],
        ...(ready && { severity: 'warning', fix: { set: { [INTERNAL_SSL]: 'true' }, unset: [] } }),
      },
    ];
  },
};

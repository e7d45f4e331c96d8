import { isOfJobAlone } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';
import { missingStores, REST_SSL, restSsl } from '../ssl.js';

export const rule: Rule = {
  id: 'rest-ssl-off',
  family: 'security',
  severity: 'info',
  title: 'The REST port speaks plain HTTP',
  why: 'Jars, job arguments and the configuration with its paths go over the REST port. In plain HTTP whoever is between client and JobManager reads and changes them.',
  remedy:
    'Set security.ssl.rest.enabled, or put a proxy with TLS before the port and let nothing else reach it.',
  reference: 'SSL Setup',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config, environment } = facts;
    if (isOfJobAlone(facts) || restSsl(config) || environment?.restReachable === false) return [];
    const reachable = environment?.restReachable === true;
    const ready = missingStores(config, 'rest').length === 0;
    return [
      {
        message: `${REST_SSL} is not set${reachable ? ', and others than the team reach the port' : ''}: what goes over it can be read on the way.`,
        path: REST_SSL,
        evidence: [
          setting(config, REST_SSL),
          ...(reachable ? [told('others reach the port', true, 'flag', '/environment/restReachable')] : []),
        ],
        ...(reachable && { severity: 'warning' }),
        ...(ready && { fix: { set: { [REST_SSL]: 'true' }, unset: [] } }),
      },
    ];
  },
};

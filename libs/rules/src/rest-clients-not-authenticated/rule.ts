import { isOfJobAlone } from '../high-availability.js';
import type { Rule } from '../rule.js';
import { setting, told } from '../setting-evidence.js';
import { restAuthenticates, restSsl } from '../ssl.js';

const KEY = 'security.ssl.rest.authentication-enabled';

export const rule: Rule = {
  id: 'rest-clients-not-authenticated',
  family: 'security',
  severity: 'info',
  title: 'Any client may use the REST port',
  why: 'SSL of the REST port hides what is said and not who says it. Without mutual authentication whoever reaches the port may list, stop and submit jobs, over an encrypted connection.',
  remedy:
    'Set security.ssl.rest.authentication-enabled and give clients certificates, or let a proxy authenticate them.',
  reference: 'SSL Setup',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config, environment } = facts;
    if (isOfJobAlone(facts) || !restSsl(config) || restAuthenticates(config)) return [];
    if (environment?.restReachable === false) return [];
    const reachable = environment?.restReachable === true;
    return [
      {
        message: `The REST port is HTTPS and ${KEY} is false: ${reachable ? 'others reach the port, and every client is served' : 'every client is served'}.`,
        path: KEY,
        evidence: [
          setting(config, KEY),
          ...(reachable ? [told('others reach the port', true, 'flag', '/environment/restReachable')] : []),
        ],
        ...(reachable && { severity: 'warning' }),
      },
    ];
  },
};

import { isOfJobAlone } from '../high-availability.js';
import { restExposure } from '../rest-exposure.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const KEY = 'web.submit.enable';

export const rule: Rule = {
  id: 'web-submit-open',
  family: 'security',
  severity: 'warning',
  title: 'Jars can be uploaded through the web interface',
  why: 'With web.submit.enable, which is on by default, a session cluster takes a jar from any browser that reaches it and runs it. That is foreign code with all rights of the cluster, without an account and without a trace of who it was.',
  remedy: 'Set web.submit.enable to false where jobs are submitted from the command line or a pipeline.',
  reference: 'Configuration',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config, deployment } = facts;
    if (isOfJobAlone(facts) || deployment?.cluster === 'application' || config.flag(KEY) !== true) return [];
    const exposure = restExposure(facts);
    if (exposure === null) return [];
    const needed = deployment?.kind === 'FlinkDeployment';
    return [
      {
        message: `${exposure.how}, and ${KEY} is true${needed ? '. The Kubernetes operator submits session jobs by it: close the port instead' : ''}.`,
        path: KEY,
        evidence: [setting(config, KEY), ...exposure.evidence],
        ...(!needed && { fix: { set: { [KEY]: 'false' }, unset: [] } }),
      },
    ];
  },
};

import { isOfJobAlone } from '../high-availability.js';
import { restExposure } from '../rest-exposure.js';
import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

const KEY = 'web.cancel.enable';

export const rule: Rule = {
  id: 'web-cancel-open',
  family: 'security',
  severity: 'warning',
  title: 'Jobs can be cancelled with a click',
  why: 'With web.cancel.enable, which is on by default, the web interface has a button that ends a job. One click of whoever looks at it, and the job is gone; by default its checkpoints go with it.',
  remedy: 'Set web.cancel.enable to false where people only look.',
  reference: 'Configuration',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check(facts) {
    const { config } = facts;
    if (isOfJobAlone(facts) || config.flag(KEY) !== true) return [];
    const exposure = restExposure(facts);
    if (exposure === null) return [];
    return [
      {
        message: `${exposure.how}, and ${KEY} is true. To set it to false hides the button; a REST call still cancels.`,
        path: KEY,
        evidence: [setting(config, KEY), ...exposure.evidence],
        fix: { set: { [KEY]: 'false' }, unset: [] },
      },
    ];
  },
};

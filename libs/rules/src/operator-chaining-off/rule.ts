import type { Rule } from '../rule.js';
import { setting } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'operator-chaining-off',
  family: 'work-distribution',
  severity: 'warning',
  title: 'Operators are not chained',
  why: 'Chained operators hand records over by a call. Without chaining each is a task with a thread and buffers of its own, and every record is serialized and copied between them, in one process too: the same job takes more CPU, more network memory and longer checkpoints.',
  remedy: 'Leave chaining on; where one operator must stand alone, call disableChaining on it in the code.',
  reference: 'F2.1',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  check({ config }) {
    const key = config.named('pipeline.operator-chaining.enabled', 'pipeline.operator-chaining');
    if (config.flag(key) !== false) return [];
    const written = config.keyOf(key);
    return [
      {
        message: `${written} is false: every operator is a task of its own, and every record is serialized between them.`,
        path: written,
        evidence: [setting(config, key)],
        fix: { set: {}, unset: [written] },
      },
    ];
  },
};

import { durationInWords, MAX_DUTY } from '@plimsoll/checkpoint';
import { isBatch } from '../checkpoint-options.js';
import type { Rule } from '../rule.js';
import { savepointCost, savepointPeriod } from '../savepoint-cost.js';

export const rule: Rule = {
  id: 'savepoints-fill-their-period',
  family: 'checkpointing',
  severity: 'warning',
  title: 'Savepoints take too much of the time between them',
  why: 'A savepoint writes the whole state, also where checkpoints are incremental, and while it is under way no checkpoint begins. Taken too often, savepoints use the network and the disks most of the time, and the last checkpoint that a failure could go back to grows old.',
  remedy:
    'Take savepoints less often, daily or before an upgrade, and rely on retained checkpoints in between; or take them in native format.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: ['checkpointing'],
  check(facts) {
    const cost = isBatch(facts) ? null : savepointCost(facts);
    const period = cost === null ? null : savepointPeriod(facts);
    if (cost === null || period === null || cost.durationMs <= MAX_DUTY.value * period.value) return [];
    const share = Math.round((cost.durationMs / period.value) * 100);
    return [
      {
        message: `A savepoint of ${cost.bytes} B takes about ${durationInWords(cost.durationMs)}, and one is taken each ${durationInWords(period.value)}: ${share} % of the time. Take one each ${durationInWords(Math.ceil(cost.durationMs / MAX_DUTY.value))} at most.`,
        path: period.from.startsWith('/config/') ? period.name : period.from,
        evidence: [period, ...cost.evidence],
      },
    ];
  },
};

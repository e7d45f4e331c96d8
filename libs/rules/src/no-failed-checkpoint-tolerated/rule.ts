import { MOST_TOLERATED } from '@plimsoll/checkpoint';
import { TOLERABLE_FAILURES, takesCheckpoints } from '../checkpoint-options.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'no-failed-checkpoint-tolerated',
  family: 'checkpointing',
  severity: 'info',
  title: 'One failed checkpoint restarts the job',
  why: 'Flink tolerates no failed checkpoint unless it is told to: one that meets its timeout, or a store that does not answer for a moment, restarts a job that was healthy. The restart then costs the downtime and the rewind, where the failed checkpoint alone would have cost one interval.',
  remedy: 'Tolerate a few failures in a row, and be told of each by monitoring.',
  reference: 'F5.2',
  source: 'Flink documentation',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check(facts) {
    const { config } = facts;
    if (!takesCheckpoints(facts)) return [];
    const tolerated = config.number(TOLERABLE_FAILURES) ?? (config.sets(TOLERABLE_FAILURES) ? null : 0);
    if (tolerated !== 0) return [];
    const enough = String(MOST_TOLERATED.value);
    return [
      {
        message: `0 failed checkpoints are tolerated${config.sets(TOLERABLE_FAILURES) ? '' : ', as Flink does by itself'}, so the first that fails restarts the job. Set ${TOLERABLE_FAILURES} to ${enough}.`,
        path: config.keyOf(TOLERABLE_FAILURES),
        evidence: [optionEvidence(config, TOLERABLE_FAILURES, 0, 'count')],
        ...unlessKafkaLoses(facts, optionFix(config, { [TOLERABLE_FAILURES]: enough })),
      },
    ];
  },
};

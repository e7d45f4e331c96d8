import { INTERVAL, isBatch } from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import type { Rule } from '../rule.js';

const PERIODIC = 'kubernetes.operator.periodic.checkpoint.interval';
const EXAMPLE = '1 min';

export const rule: Rule = {
  id: 'checkpointing-off',
  family: 'checkpointing',
  severity: 'warning',
  title: 'The configuration does not turn checkpoints on',
  why: 'Without checkpoints a failure takes a streaming job back to its start: state is gone, and sources begin anew or where their last commit happens to be. An exactly-once sink commits with a checkpoint, so without one its readers never see a record. Flink takes none unless it is told to.',
  remedy:
    'Set execution.checkpointing.interval to the time that a restore may repeat, or say that the job is a batch job. Suppress this where every job turns checkpoints on in its code.',
  reference: 'Checkpointing',
  source: 'Keep it going',
  needs: [],
  sets: ['production'],
  since: '1.10',
  check(facts) {
    const { config, job } = facts;
    if (config.sets(INTERVAL) || isBatch(facts) || turnedOnElsewhere(facts)) return [];
    const exactlyOnce = job?.deliveryGuarantee === 'exactly-once';
    return [
      {
        message: `${INTERVAL} is not set, so a job takes no checkpoint unless its code says so, and begins from nothing after each failure.${exactlyOnce ? ' Its exactly-once sink would commit nothing.' : ''} Set it, for example to ${EXAMPLE}.`,
        path: INTERVAL,
        evidence: [{ name: INTERVAL, value: 'not set', unit: 'text', from: `flink:${INTERVAL}` }],
        ...unlessKafkaLoses(facts, { set: { [INTERVAL]: EXAMPLE }, unset: [] }),
        ...(exactlyOnce && { severity: 'error' as const }),
      },
    ];
  },
};

/** By code, as checkpoints were seen; or by the Kubernetes operator, which sets an interval for last-state or triggers them itself. */
const turnedOnElsewhere = ({ config, checkpointing, deployment }: LintFacts): boolean =>
  checkpointing?.durationMs !== undefined ||
  checkpointing?.bytes !== undefined ||
  deployment?.upgradeMode === 'last-state' ||
  (config.raw(PERIODIC) ?? '') !== '';

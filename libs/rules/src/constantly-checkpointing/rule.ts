import { durationInWords, MAX_DUTY, pace } from '@plimsoll/checkpoint';
import { given } from '@plimsoll/trace';
import { checkpointPace, INTERVAL, isBatch, MAX_CONCURRENT, MIN_PAUSE } from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import { unlessKafkaLoses } from '../kafka-sink.js';
import { givenEvidence, optionEvidence } from '../option-evidence.js';
import { durationText, optionFix } from '../option-fix.js';
import type { Rule } from '../rule.js';

export const rule: Rule = {
  id: 'constantly-checkpointing',
  family: 'checkpointing',
  severity: 'warning',
  title: 'The job is constantly checkpointing',
  why: 'A checkpoint that takes as long as its interval is followed by the next one at once. The job never runs free of one: uploads take network and disk all the time, barriers hold records up, and catching up after a failure takes longer than it has to.',
  remedy:
    'Take a longer interval, make checkpoints shorter (incremental, more bandwidth), or set a min pause, which keeps time free of checkpoints whatever they take.',
  reference: 'F5.2',
  source: 'Keep it going',
  needs: ['checkpointing'],
  check(facts) {
    const { config, checkpointing } = facts;
    const duration = checkpointing?.durationMs;
    const set = checkpointPace(facts);
    if (duration === undefined || set === null || isBatch(facts)) return [];
    const { effectiveInterval, duty, regime } = pace('checkpoints', {
      interval: given('ms', set.interval, `/config/${INTERVAL}`),
      minPause: given('ms', set.minPause, `/config/${MIN_PAUSE}`),
      duration: given('ms', duration, '/checkpointing/durationMs'),
    });
    if (regime !== 'DEGRADED') return [];
    return [
      {
        message: `A checkpoint takes ${durationInWords(duration)}, no less than the interval of ${durationInWords(set.interval)}, and no pause follows it: one is in progress ${Math.round(duty.value * 100)} % of the time, and one begins each ${durationInWords(effectiveInterval.value)}. Take an interval of more than ${durationInWords(duration / MAX_DUTY.value)}, or a min pause of ${durationInWords(pauseFor(duration))}.`,
        path: config.keyOf(INTERVAL),
        evidence: [
          optionEvidence(config, INTERVAL, set.interval, 'ms'),
          givenEvidence('duration', duration, 'ms', '/checkpointing/durationMs'),
        ],
        ...unlessKafkaLoses(facts, optionFix(config, withPause(facts, duration))),
      },
    ];
  },
};

/** The pause after which checkpoints run for no more than the usual share of the time. */
const pauseFor = (duration: number): number => (duration * (1 - MAX_DUTY.value)) / MAX_DUTY.value;

const withPause = ({ config }: LintFacts, duration: number): Record<string, string> => ({
  [MIN_PAUSE]: durationText(pauseFor(duration), config.version),
  ...((config.number(MAX_CONCURRENT) ?? 1) > 1 && { [MAX_CONCURRENT]: '1' }),
});

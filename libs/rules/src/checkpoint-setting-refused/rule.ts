import { SHORTEST_INTERVAL } from '@plimsoll/checkpoint';
import {
  INTERVAL,
  isBatch,
  MAX_CONCURRENT,
  MIN_PAUSE,
  TIMEOUT,
  TOLERABLE_FAILURES,
} from '../checkpoint-options.js';
import type { LintFacts } from '../facts.js';
import { optionEvidence } from '../option-evidence.js';
import { optionFix } from '../option-fix.js';
import type { Rule, Violation } from '../rule.js';

const DURING_BACKLOG = 'execution.checkpointing.interval-during-backlog';

export const rule: Rule = {
  id: 'checkpoint-setting-refused',
  family: 'checkpointing',
  severity: 'error',
  title: 'Flink refuses this setting of checkpoints',
  why: 'These values can be read, but the job is not accepted with them: its submission ends with an IllegalArgumentException. The cluster itself starts, so the mistake shows only with the first job.',
  remedy: 'Take a value within the limit. To turn checkpoints off, leave the interval out; 0 is no interval.',
  reference: 'Checkpointing',
  source: 'Flink documentation',
  needs: [],
  since: '1.10',
  check(facts) {
    return [
      ...belowLimit(facts, INTERVAL, SHORTEST_INTERVAL.value, 'ms'),
      ...belowLimit(facts, TIMEOUT, SHORTEST_INTERVAL.value, 'ms'),
      ...belowLimit(facts, MIN_PAUSE, 0, 'ms'),
      ...belowLimit(facts, MAX_CONCURRENT, 1, 'count'),
      ...belowLimit(facts, TOLERABLE_FAILURES, 0, 'count'),
      ...backlog(facts),
    ];
  },
};

function belowLimit({ config }: LintFacts, key: string, least: number, unit: 'ms' | 'count'): Violation[] {
  if (!config.sets(key)) return [];
  const value = unit === 'ms' ? config.duration(key) : config.number(key);
  if (value === null || value >= least) return [];
  const text = unit === 'ms' ? `${least} ms` : String(least);
  return [
    {
      message: `${key} is ${value}${unit === 'ms' ? ' ms' : ''}, and Flink refuses a job with less than ${text}. Take at least that${key === INTERVAL ? ', or leave the key out to take no checkpoints' : ''}.`,
      path: config.keyOf(key),
      evidence: [optionEvidence(config, key, value, unit)],
      ...(key !== INTERVAL && { fix: { set: {}, unset: [config.keyOf(key)] } }),
    },
  ];
}

/** 0 turns checkpoints off while there is a backlog; any other interval may not be shorter than the usual one. */
function backlog(facts: LintFacts): Violation[] {
  const { config } = facts;
  if (!config.isFrom(1, 19) || !config.sets(DURING_BACKLOG) || isBatch(facts)) return [];
  const usual = config.duration(INTERVAL);
  const value = config.duration(DURING_BACKLOG);
  if (usual === null || value === null || value === 0 || value >= usual) return [];
  return [
    {
      message: `While there is a backlog checkpoints would come each ${value} ms, and otherwise each ${usual} ms. Flink refuses a shorter interval for the backlog: take at least ${usual} ms, or 0 for none.`,
      path: DURING_BACKLOG,
      evidence: [
        optionEvidence(config, DURING_BACKLOG, value, 'ms'),
        optionEvidence(config, INTERVAL, usual, 'ms'),
      ],
      fix: optionFix(config, { [DURING_BACKLOG]: config.raw(INTERVAL) ?? `${usual} ms` }),
    },
  ];
}

import { standardParallelism, type Told } from '../cluster-shape.js';
import type { LintFacts } from '../facts.js';
import { keyGroupShares, MOST_KEY_GROUPS, standardMaxParallelism } from '../key-groups.js';
import { givenMaxParallelism, placeOf } from '../max-parallelism.js';
import type { Rule, Violation } from '../rule.js';
import { told } from '../setting-evidence.js';

/** The busiest subtask may have so much more than the mean one. */
const LARGEST_IMBALANCE = 1.25;

export const rule: Rule = {
  id: 'max-parallelism-badly-divisible',
  family: 'work-distribution',
  severity: 'warning',
  title: 'Key groups do not divide up evenly',
  why: 'A subtask has whole key groups. Where their number is no multiple of the parallelism some subtasks have one more than others, and the job is as slow as these: 128 key groups on 100 subtasks give 28 of them two, so 100 slots do the work of 64.',
  remedy:
    'Choose a parallelism that divides the max parallelism, or, before the job has state, a max parallelism with many divisors: 360, 720, 1260.',
  reference: 'F2.3',
  source: 'Keep it going',
  needs: [],
  check: (facts) => keyed(facts).flatMap((operator) => violation(facts, operator)),
};

interface Keyed extends Told {
  readonly sure: boolean;
}

/** Operators behind a HASH edge, each parallelism once; without a workload what the job runs with. */
function keyed(facts: LintFacts): Keyed[] {
  const { workload, config, deployment } = facts;
  if (workload === undefined) {
    if (deployment?.parallelism !== undefined) {
      return [{ value: deployment.parallelism, from: '/deployment/parallelism', sure: false }];
    }
    const value = config.sets('parallelism.default') ? config.number('parallelism.default') : null;
    return value === null ? [] : [{ value, from: '/config/parallelism.default', sure: false }];
  }
  const hashed = new Set(
    workload.edges.filter(({ shipStrategy }) => shipStrategy === 'HASH').map(({ to }) => to),
  );
  const found = new Map<number, Keyed>();
  for (const [at, { id, parallelism }] of workload.operators.entries()) {
    const value = parallelism ?? standardParallelism(facts);
    if (!hashed.has(id) || found.has(value)) continue;
    found.set(value, { value, from: `/workload/operators/${at}/parallelism`, sure: true });
  }
  return [...found.values()];
}

function violation(facts: LintFacts, { value: parallelism, from, sure }: Keyed): Violation[] {
  if (!(parallelism >= 1) || parallelism > MOST_KEY_GROUPS || facts.job?.type === 'batch') return [];
  const given = givenMaxParallelism(facts);
  const max = given?.value ?? standardMaxParallelism(parallelism);
  if (max < parallelism || max > MOST_KEY_GROUPS) return [];
  const { most, imbalance, asGood } = keyGroupShares(max, parallelism);
  if (imbalance <= LARGEST_IMBALANCE) return [];
  return [
    {
      message: `${max} key groups on ${parallelism} subtasks: the largest share is ${most}, ${Math.round((imbalance - 1) * 100)} % above the mean. A parallelism of ${asGood} does the same keyed work.`,
      path: placeOf({ value: parallelism, from }),
      evidence: [
        told('max parallelism', max, 'count', given?.from ?? 'flink'),
        told('parallelism', parallelism, 'count', from),
      ],
      ...(!sure && { severity: 'info' }),
    },
  ];
}

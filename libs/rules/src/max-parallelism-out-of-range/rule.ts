import type { Fix } from '../finding.js';
import { MOST_KEY_GROUPS } from '../key-groups.js';
import { givenMaxParallelism, MAX_PARALLELISM, placeOf } from '../max-parallelism.js';
import type { Rule } from '../rule.js';
import { told } from '../setting-evidence.js';

export const rule: Rule = {
  id: 'max-parallelism-out-of-range',
  family: 'work-distribution',
  severity: 'error',
  title: 'Flink does not take this max parallelism',
  why: 'Key groups are counted from 1 to 32768. A max parallelism outside of that makes Flink throw IllegalArgumentException when the job is submitted, also for −1, which is the default only as long as nobody writes it down.',
  remedy: 'Set it within 1 and 32768, not below the highest parallelism, or leave it out.',
  reference: 'F2.3',
  source: 'Keep it going',
  needs: [],
  check(facts) {
    const max = givenMaxParallelism(facts);
    if (max === null || (max.value >= 1 && max.value <= MOST_KEY_GROUPS)) return [];
    const inFile = max.from.startsWith('/config/');
    const high = max.value > MOST_KEY_GROUPS;
    return [
      {
        message: `${inFile ? MAX_PARALLELISM : 'The max parallelism of the job'} is ${max.value}, ${high ? `${max.value - MOST_KEY_GROUPS} above ${MOST_KEY_GROUPS}` : 'and must be 1 or more'}: Flink throws IllegalArgumentException.`,
        path: placeOf(max),
        evidence: [told('max parallelism', max.value, 'count', max.from)],
        ...(inFile && { fix: high ? LOWERED : TAKEN_OUT }),
      },
    ];
  },
};

const LOWERED: Fix = { set: { [MAX_PARALLELISM]: String(MOST_KEY_GROUPS) }, unset: [] };
const TAKEN_OUT: Fix = { set: {}, unset: [MAX_PARALLELISM] };

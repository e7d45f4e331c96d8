import { knownParameter } from '@plimsoll/trace';
import type { Judgement, Sighting } from '../cause.js';
import { found, operand, said } from '../evidence.js';
import { type Facts, poolSize } from '../facts.js';
import { SHARE_OF_LIMIT } from '../formulas.js';
import { CONTAINER_EVENTS, HEAP_AFTER_GC, RESIDENT } from '../measurements.js';
import { NEAR_LIMIT } from '../parameters.js';
import { noRemedy } from '../remedy/remedy.js';
import { beyondContainer } from './container.js';

export const NOT_YET = [
  {
    action: 'Raise memory options',
    reason: 'Nothing given says that memory ran out; it would hide what did happen.',
  },
];

/** SIGKILL: by the kernel for memory, or by whoever may; only the size at the end tells them apart. */
export function killed(facts: Facts, sighting: Sighting): Judgement {
  const { pools, podLimit, observed, derivation } = facts;
  const resident = observed.residentBytes;
  const limit = podLimit ?? (pools === null ? null : poolSize(pools, 'processSize'));
  const tooLow = pools !== null && podLimit !== null && podLimit.value < pools.processSize;
  if (tooLow) {
    return {
      ...beyondContainer(facts, sighting, 'The process was killed (SIGKILL).'),
      pool: 'process',
      confidence: {
        level: 'medium',
        reasons: [
          'The pod’s limit is below the process size, which ends like this sooner or later; that the kernel did it is not said.',
        ],
      },
    };
  }
  if (resident === undefined || limit === null) {
    return {
      explanation:
        'The process was ended with SIGKILL: by the kernel because the container was full, by the kubelet after a probe failed or the grace period was over, by YARN, or by a person. The code alone does not say which.',
      confidence: {
        level: 'low',
        reasons: [
          'Nothing given tells the killers apart: give the resident set (observed.residentBytes) and the limit.',
        ],
      },
      evidence: [said(sighting, 'The process was killed (SIGKILL).')],
      ...noRemedy('Until it is known who killed it, no change of sizes is founded.'),
      notThis: NOT_YET,
      measureNext: [CONTAINER_EVENTS, RESIDENT],
    };
  }
  const share = derivation.derive('diagnosis.shareOfLimit', SHARE_OF_LIMIT, { resident, limit });
  const near = knownParameter(NEAR_LIMIT);
  const operands = [operand('resident', resident), operand('limit', limit), operand('share', share)];
  if (share.value >= near.value) {
    const judgement = beyondContainer(facts, sighting, 'The process was killed (SIGKILL).');
    return {
      ...judgement,
      pool: 'process',
      confidence: {
        level: 'medium',
        reasons: [
          'The resident set had reached the limit, where the kernel kills; it is not said that it did.',
        ],
      },
      evidence: [
        ...(judgement.evidence ?? []),
        found('The resident set was at the limit.', ...operands, operand('near from', near)),
      ],
    };
  }
  return {
    pool: 'none',
    explanation:
      'The process was killed well below its limit, so not by the kernel for memory: a liveness probe that failed, a grace period that was over, a preemption, a person. Long pauses of the collector make probes fail, too: see whether the heap is nearly full.',
    confidence: {
      level: 'medium',
      reasons: [
        'The highest resident set seen is below the limit; a sudden jump between two measurements is not excluded.',
      ],
    },
    evidence: [
      said(sighting, 'The process was killed (SIGKILL).'),
      found('The resident set was well below the limit.', ...operands, operand('near from', near)),
    ],
    ...noRemedy('Memory was not what ended it.'),
    notThis: NOT_YET,
    measureNext: [CONTAINER_EVENTS, HEAP_AFTER_GC],
  };
}

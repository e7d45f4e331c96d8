import { knownParameter } from '@plimsoll/trace';
import type { ConfidenceLevel } from '../../confidence.js';
import type { Cause, Judgement, Sighting } from '../cause.js';
import type { MemoryPool } from '../diagnosis.js';
import { found, operand, said } from '../evidence.js';
import { type Facts, poolSize } from '../facts.js';
import { SHARE_OF_LIMIT } from '../formulas.js';
import { CONTAINER_EVENTS, EARLIER_LOG, HEAP_AFTER_GC, RESIDENT } from '../measurements.js';
import { NEAR_LIMIT } from '../parameters.js';
import { noRemedy } from '../remedy/remedy.js';
import { beyondContainer } from './container.js';

/** How YARN, Kubernetes and Flink write an exit code. */
const exitTexts = (code: number): string[] => [
  `Exit code is ${code}`,
  `exit code ${code}`,
  `Exit code: ${code}`,
  `Exit Code: ${code}`,
  `Exit Code:    ${code}`,
  `exitCode=${code}`,
  `exitCode: ${code}`,
  `"exitCode": ${code}`,
];

const NOT_YET = [
  {
    action: 'Raise memory options',
    reason: 'Nothing given says that memory ran out; it would hide what did happen.',
  },
];

/** SIGKILL: by the kernel for memory, or by whoever may; only the size at the end tells them apart. */
function killed(facts: Facts, sighting: Sighting): Judgement {
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

const ending = (
  id: string,
  pool: MemoryPool,
  found: Pick<Cause, 'signs' | 'exitCodes' | 'reasons'>,
  level: ConfidenceLevel,
  explanation: string,
  reason: string,
): Cause => ({
  id,
  pool,
  rank: 'ending',
  ...found,
  judge: (_facts, sighting) => ({
    explanation,
    confidence: { level, reasons: [reason] },
    evidence: [said(sighting, 'This is how the process ended.')],
    ...noRemedy('An ending names no pool: the log before it does, if memory was the reason.'),
    notThis: NOT_YET,
    measureNext: [EARLIER_LOG, CONTAINER_EVENTS],
  }),
});

export const EXIT_CAUSES: readonly Cause[] = [
  {
    id: 'killed',
    pool: 'unknown',
    rank: 'ending',
    signs: ['Killed by external signal', ...exitTexts(137)],
    exitCodes: [137, -9],
    judge: killed,
  },
  ending(
    'jvm-out-of-memory-exit',
    'jvmHeap',
    { signs: ['Terminating due to java.lang.OutOfMemoryError'], exitCodes: [3] },
    'low',
    'The JVM ended itself at the first OutOfMemoryError (-XX:+ExitOnOutOfMemoryError). The heap is the pool that most often is full; the line before the end names it.',
    'The exit code is the same for every pool.',
  ),
  ending(
    'fatal-exit',
    'unknown',
    { signs: ['Stopping the process...'], exitCodes: [239, -17] },
    'low',
    'Flink ended the process on a fatal error (FatalExitExceptionHandler, exit code −17, in a shell 239): an exception that no one caught, an OutOfMemoryError among others.',
    'The exit code is the same for every fatal error.',
  ),
  ending(
    'preempted',
    'none',
    { exitCodes: [-100, -101, -102, -105, -106, -107, -108] },
    'high',
    'YARN or the application master ended the container for a reason of its own: preemption, a lost or full node, a release.',
    'YARN has other codes for memory: −103 and −104.',
  ),
  ending(
    'liveness-probe',
    'none',
    { signs: ['failed liveness probe', 'Liveness probe failed'] },
    'medium',
    'The kubelet restarted the container because it did not answer its probe. Memory is a reason only where long collections stop the process.',
    'The kubelet says so of the probe.',
  ),
  ending(
    'terminated',
    'none',
    {
      signs: ['RECEIVED SIGNAL 15', 'RECEIVED SIGNAL SIGTERM', ...exitTexts(143)],
      exitCodes: [143, -15],
    },
    'high',
    'The process was asked to stop (SIGTERM) and did: a scale-down, an upgrade, a cancelled job, a container that was released.',
    'A process that runs out of memory is not asked.',
  ),
  ending(
    'failed-start-or-run',
    'unknown',
    { exitCodes: [1, 2] },
    'low',
    'The process ended with an error of its own (1 mostly at the start, 2 later).',
    'The exit code is the same for every error.',
  ),
];

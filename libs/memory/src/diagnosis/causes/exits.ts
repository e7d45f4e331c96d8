import type { ConfidenceLevel } from '../../confidence.js';
import type { Cause } from '../cause.js';
import type { MemoryPool } from '../diagnosis.js';
import { said } from '../evidence.js';
import { CONTAINER_EVENTS, EARLIER_LOG } from '../measurements.js';
import { noRemedy } from '../remedy/remedy.js';
import { killed, NOT_YET } from './killed.js';

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

import type { Confidence, ConfidenceLevel } from '../confidence.js';
import type { Observed } from '../request.js';
import type { TaskManagerMemory } from '../result.js';
import { FULL_OBSERVATION, LEAST_OBSERVATION } from './parameters.js';

const GAUGES = [
  'heapUsedAfterGcBytes',
  'metaspaceUsedBytes',
  'networkUsedBytes',
  'managedUsedBytes',
  'residentBytes',
] as const satisfies readonly (keyof Observed)[];

const HOUR = 3_600_000;

interface Doubt {
  readonly level: Exclude<ConfidenceLevel, 'high'>;
  readonly reason: string;
}

/** How far what was observed carries a proposal, and why no further. */
export function confidenceOf(observed: Observed, memory: TaskManagerMemory): Confidence {
  const doubts = [...durationDoubts(observed), ...gaugeDoubts(observed), ...heapDoubts(observed, memory)];
  const level = doubts.some((doubt) => doubt.level === 'low') ? 'low' : doubts.length > 0 ? 'medium' : 'high';
  const reasons = doubts.map(({ reason }) => reason);
  return {
    level,
    reasons: reasons.length > 0 ? reasons : ['Every gauge was observed for a day or longer.'],
  };
}

function durationDoubts({ observedForMs }: Observed): readonly Doubt[] {
  if (observedForMs === undefined) {
    return [
      { level: 'low', reason: 'observedForMs is not given: nobody knows which load the figures have seen.' },
    ];
  }
  if (observedForMs < LEAST_OBSERVATION.value) {
    return [{ level: 'low', reason: `Observed for ${observedForMs} ms, less than an hour.` }];
  }
  if (observedForMs >= FULL_OBSERVATION.value) return [];
  return [
    {
      level: 'medium',
      reason: `Observed for ${(observedForMs / HOUR).toFixed(1)} hours: the highest load of a day may not have been seen.`,
    },
  ];
}

const gaugeDoubts = (observed: Observed): readonly Doubt[] => {
  const missing = GAUGES.filter((name) => observed[name] === undefined);
  if (missing.length === 0) return [];
  return [
    {
      level: 'medium',
      reason: `Not observed: ${missing.join(', ')}. What is not observed is taken for used.`,
    },
  ];
};

/** Above this share of the heap a use "after full GC" deserves a second look. */
function heapDoubts(
  { heapUsedAfterGcBytes }: Observed,
  { jvmHeapBytes }: TaskManagerMemory,
): readonly Doubt[] {
  if (heapUsedAfterGcBytes === undefined) return [];
  if (BigInt(heapUsedAfterGcBytes) * 10n < jvmHeapBytes * 9n) return [];
  return [
    {
      level: 'medium',
      reason:
        'More than nine tenths of the heap are said to be in use after a full collection: if this is the highest point of a sawtooth, and not what a full collection leaves, it overstates the use.',
    },
  ];
}

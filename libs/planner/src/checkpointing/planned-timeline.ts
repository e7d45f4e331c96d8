import { checkpointTimeline, type Timeline, type TimelineRequest } from '@plimsoll/checkpoint';
import { askedAt } from '../asked-at.js';
import type { SettingsInForce } from './settings-in-force.js';

/** The first checkpoints of a plan's job, with what was asked for: pointers in their steps lead there. */
export interface PlannedTimeline extends Omit<Timeline, 'findings'> {
  readonly of: SettingsInForce['of'];
  readonly asked: TimelineRequest;
}

/** Checkpoints that are shown: enough to see a rhythm. */
const SHOWN = 12;

/** Null where Flink of that version does not take these settings. */
export function plannedTimeline(flinkVersion: string, settings: SettingsInForce): PlannedTimeline | null {
  const { of, intervalMs, minPauseMs, timeoutMs, maxConcurrent, tolerableFailures, unaligned } = settings;
  const asked: TimelineRequest = {
    flinkVersion,
    intervalMs,
    minPauseMs,
    timeoutMs,
    maxConcurrent,
    tolerableFailures,
    durationsMs: [settings.durationMs],
    horizonMs: Math.ceil(SHOWN * settings.effectiveIntervalMs),
    ...(unaligned && { unaligned }),
  };
  const answer = checkpointTimeline(asked);
  if (answer.kind === 'rejected') return null;
  const { findings: _, steps, ...rest } = answer.value;
  return { of, asked, ...rest, steps: steps.map(askedAt('/checkpointing/timeline/asked')) };
}

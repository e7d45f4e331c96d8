import { flatten } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { checkTimeline, tooManyEvents, tooManyInProgress } from './check.js';
import { firstTrigger, raisedInterval, timelineFigures } from './figures.js';
import { timelineFindings } from './findings.js';
import { queueGrows, regime } from './regime.js';
import type { TimelineRequest } from './request.js';
import type { Timeline } from './result.js';
import { CoordinatorRun } from './run.js';
import { coordinatorSettings } from './settings.js';

/**
 * When a Flink job checkpoints, and what becomes of each checkpoint: the rules of its CheckpointCoordinator, from the moment all
 * tasks run (0) to the horizon. Times in milliseconds.
 *
 * Source: Flink’s CheckpointCoordinator, CheckpointRequestDecider and CheckpointFailureManager, 1.3 to 2.3; recorded runs.
 * Rejected: values that Flink of that version refuses, times that contradict each other, and more than 5,000,000 events.
 */
export function checkpointTimeline(request: TimelineRequest): Outcome<Timeline> {
  const { version, rejections } = checkTimeline(request);
  if (version === null) return rejected(...rejections);
  const settings = coordinatorSettings(request, version);
  const interval = raisedInterval(request, settings);
  const first = firstTrigger(request, settings, interval);
  const end = new CoordinatorRun(settings, request, first.value).toTheHorizon();
  if (end === 'events')
    return rejected(tooManyEvents(request, 'there are more ticks and ends of checkpoints'));
  if (end === 'in progress') return rejected(tooManyInProgress(request));
  const { tally, jobFailedMs } = end;
  const figures = timelineFigures(request, interval, first, end);
  const timeline = {
    checkpoints: tally.listed,
    truncated: tally.triggered > tally.listed.length,
    counts: { ...tally.counts },
    jobFailedMs,
    dutyRatio: figures.duty?.value ?? 0,
    checkpointFreeRatio: figures.free?.value ?? 1,
    longestStaleMs: figures.stale.value,
    queueGrows: queueGrows(end),
    regime: regime(end),
  };
  const roots = Object.values(figures).filter((figure) => figure !== null);
  return ok({ ...timeline, findings: timelineFindings(request, settings, timeline), steps: flatten(roots) });
}

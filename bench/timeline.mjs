import { checkpointTimeline } from '@plimsoll/checkpoint';
import { byTurns, report } from './measure.mjs';

const DAY = 86_400_000;
const SETTINGS = {
  flinkVersion: '1.20',
  minPauseMs: 0,
  timeoutMs: 600_000,
  maxConcurrent: 1,
  tolerableFailures: 0,
  durationsMs: [2500, 3100, 4000, 14_000],
};

/** Timelines by the rules of the coordinator, on one core: a day at 10 s, and the most events that one may have. */
export async function timeline() {
  for (const { what, request, target } of [
    {
      what: 'timeline of 24 h at 10 s',
      request: { ...SETTINGS, intervalMs: 10_000, horizonMs: DAY },
      target: 10,
    },
    {
      what: 'timeline of 2,400,000 checkpoints',
      request: { ...SETTINGS, intervalMs: 10_000, horizonMs: 2.4e10, durationsMs: [2500] },
    },
  ]) {
    const once = () => {
      const began = performance.now();
      const outcome = checkpointTimeline(request);
      if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome.rejections));
      return performance.now() - began;
    };
    for (let warmUp = 0; warmUp < 5; warmUp++) once();
    const { measured } = await byTurns(11, { measured: once });
    const judged = target === undefined ? {} : { target: `≤ ${target} ms`, reached: measured <= target };
    report({ what, unit: 'ms', measured, ...judged });
  }
}

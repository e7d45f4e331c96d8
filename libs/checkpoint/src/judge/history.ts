import { COMFORTABLE_DUTY, SPIKE, SPIKE_DUTY, SYNC_DUTY } from './parameters.js';
import type { Settings } from './settings.js';
import { median } from './spread.js';
import type { Checkpoint } from './statistics.js';

/** What the checkpoints of a job say of one another. */
export interface History {
  /** From trigger to trigger, the median; the configured interval where there are no two; null where neither is known. */
  readonly intervalMs: number | null;
  readonly intervalFrom: string;
  readonly durations: readonly number[];
  /** The most that each vertex has written in one checkpoint. */
  readonly bytes: ReadonlyMap<string, number>;
}

export function historyOf(checkpoints: readonly Checkpoint[], settings: Settings): History {
  const regular = checkpoints.filter(({ isSavepoint }) => !isSavepoint);
  const gaps = regular
    .map(({ triggerMs }, at) => triggerMs - (regular[at + 1]?.triggerMs ?? triggerMs))
    .filter((gap) => gap > 0);
  const between = median(gaps);
  const durations = regular.flatMap(({ status, durationMs }) =>
    status === 'COMPLETED' && durationMs !== null ? [durationMs] : [],
  );
  const bytes = new Map<string, number>();
  for (const { vertices } of checkpoints) {
    for (const { id, bytes: own } of vertices) bytes.set(id, Math.max(own, bytes.get(id) ?? 0));
  }
  return between === undefined
    ? { intervalMs: settings.intervalMs, intervalFrom: '/config', durations, bytes }
    : { intervalMs: between, intervalFrom: '/statistics', durations, bytes };
}

/** The median of the other completed checkpoints; undefined where there is none. */
export function medianOfOthers({ durations }: History, own: number): number | undefined {
  const at = durations.indexOf(own);
  return median(at < 0 ? durations : durations.filter((_, index) => index !== at));
}

/** Whether a completed checkpoint takes so much of the interval, or stands out so far, that it is trouble; null where it can't be told. */
export function isTrouble(history: History, durationMs: number, syncMs: number): boolean | null {
  const { intervalMs } = history;
  if (intervalMs === null || intervalMs === 0) return null;
  const duty = durationMs / intervalMs;
  if (duty > COMFORTABLE_DUTY.value || syncMs / intervalMs > SYNC_DUTY.value) return true;
  const others = medianOfOthers(history, durationMs);
  return duty > SPIKE_DUTY.value && others !== undefined && durationMs > others * SPIKE.value;
}

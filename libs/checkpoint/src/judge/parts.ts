import { CHECKPOINT_PARTS, type CheckpointPart, type CheckpointParts } from './result.js';
import type { Checkpoint, Subtask } from './statistics.js';

/**
 * Splits a checkpoint's end-to-end time as its last subtask spent it.
 *
 * The start delay is taken with the clocks of two machines, and an unaligned checkpoint writes while it aligns: the figures may sum
 * to more than the whole. The firmest come first, and each gets at most what is left, so the parts sum to the whole.
 */
export function partsOf(checkpoint: Checkpoint, last: Subtask): CheckpointParts {
  const whole = checkpoint.durationMs ?? last.durationMs;
  const mine = Math.min(last.durationMs, whole);
  let left = mine;
  const take = (ms: number): number => {
    const taken = Math.min(ms, left);
    left -= taken;
    return taken;
  };
  const syncMs = take(last.syncMs);
  const inTurn = (): readonly [number, number, number] => {
    const asyncMs = take(last.asyncMs);
    const alignmentMs = take(last.alignmentMs);
    return [take(last.startDelayMs ?? left), alignmentMs, asyncMs];
  };
  const sideBySide = (): readonly [number, number, number] => {
    const startDelayMs = take(last.startDelayMs ?? 0);
    const alignmentMs = take(last.alignmentMs);
    return [startDelayMs, alignmentMs, take(last.asyncMs)];
  };
  const [startDelayMs, alignmentMs, asyncMs] = last.unaligned ? sideBySide() : inTurn();
  const ended = checkpoint.status === 'COMPLETED';
  return {
    startDelayMs,
    alignmentMs,
    syncMs,
    asyncMs,
    finalisationMs: left + (ended ? whole - mine : 0),
    waitingMs: ended ? 0 : whole - mine,
  };
}

export const NO_PARTS: CheckpointParts = {
  startDelayMs: 0,
  alignmentMs: 0,
  syncMs: 0,
  asyncMs: 0,
  finalisationMs: 0,
  waitingMs: 0,
};

export const wholeOf = (parts: CheckpointParts): number =>
  CHECKPOINT_PARTS.reduce((sum, part) => sum + parts[`${part}Ms`], 0);

/** The largest part; of equal ones the earliest. */
export function dominant(parts: CheckpointParts): { readonly part: CheckpointPart; readonly ratio: number } {
  let largest: CheckpointPart = 'startDelay';
  for (const part of CHECKPOINT_PARTS) if (parts[`${part}Ms`] > parts[`${largest}Ms`]) largest = part;
  const whole = wholeOf(parts);
  return { part: largest, ratio: whole === 0 ? 0 : parts[`${largest}Ms`] / whole };
}

export function meanParts(all: readonly CheckpointParts[]): CheckpointParts {
  const mean = (part: CheckpointPart): number =>
    all.reduce((sum, parts) => sum + parts[`${part}Ms`] / all.length, 0);
  return {
    startDelayMs: mean('startDelay'),
    alignmentMs: mean('alignment'),
    syncMs: mean('sync'),
    asyncMs: mean('async'),
    finalisationMs: mean('finalisation'),
    waitingMs: mean('waiting'),
  };
}

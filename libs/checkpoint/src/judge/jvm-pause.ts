import { barrierTime } from './barriers.js';
import { type Finding, finding, ms, text } from './finding.js';
import { type History, medianOfOthers } from './history.js';
import { ALIKE, MAIN_SHARE } from './parameters.js';
import { largest, median } from './spread.js';
import type { Checkpoint, Subtask } from './statistics.js';

type Stall = { readonly row: Subtask; readonly part: string; readonly ms: number };

/**
 * One process that stood still: whatever its subtasks were doing took equally long, with and without bytes, while other processes or
 * other checkpoints were quick. Null where the statistics show no such thing.
 */
export function jvmPause(checkpoint: Checkpoint, history: History): Finding | null {
  const whole = checkpoint.durationMs ?? 0;
  const rows = checkpoint.vertices.flatMap((vertex) => vertex.rows.filter(({ aborted }) => !aborted));
  const stalls = rows.map(stallOf).filter((stall) => stall.ms > whole * MAIN_SHARE.value);
  if (stalls.length < 2 || !isOneLength(stalls) || !isWithoutBytes(stalls)) return null;
  const processes = new Set(stalls.map(({ row }) => row.taskManager));
  const isOneProcess = processes.size === 1 && !processes.has(null) && standsAlone(rows, stalls, whole);
  const others = medianOfOthers(history, whole);
  const isRare = others !== undefined && others < whole * (1 - MAIN_SHARE.value);
  const isOnlyProcess = processes.size === 1 && !processes.has(null);
  const isEverywhere = vertices(stalls) > 1 && (isOnlyProcess || isWhateverTheyDid(stalls));
  if (!isOneProcess && !(isRare && isEverywhere)) return null;
  const longest = stalls.reduce((most, one) => (one.ms > most.ms ? one : most));
  const shortest = stalls.reduce((least, one) => (one.ms < least.ms ? one : least));
  return finding(
    'JVM_PAUSE',
    'A process stood still: its subtasks stalled equally long whatever they did, with and without bytes to write. A garbage collection, a machine without CPU time, or a frozen container.',
    isOneProcess ? 'high' : 'medium',
    isOneProcess
      ? 'all stalled subtasks are on one TaskManager, and the others were quick'
      : 'subtasks of several vertices stalled at once, which other checkpoints do not show; a store that stopped answering looks much the same',
    [
      ms('longest stall', longest.ms, longest.row.pointer),
      ms('shortest stall', shortest.ms, shortest.row.pointer),
      ...[...processes].flatMap((id) =>
        id === null ? [] : [text('TaskManager', id, '/statistics/vertices')],
      ),
      ...(others === undefined ? [] : [ms('median of the other checkpoints', others, '/statistics')]),
    ],
  );
}

function stallOf(row: Subtask): Stall {
  const parts: readonly Stall[] = [
    { row, part: 'barriers', ms: Math.max(row.startDelayMs ?? 0, row.alignmentMs) },
    { row, part: 'sync', ms: row.syncMs },
    { row, part: 'async', ms: row.asyncMs },
    { row, part: 'acknowledgement', ms: row.durationMs - barrierTime(row) - row.syncMs - row.asyncMs },
  ];
  return parts.reduce((most, one) => (one.ms > most.ms ? one : most));
}

function isOneLength(stalls: readonly Stall[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  for (const stall of stalls) least = Math.min(least, stall.ms);
  return least >= largest(stalls.map((stall) => stall.ms)) * ALIKE.value;
}

/** Different parts at once, or a part that had nothing at all to do. An unaligned checkpoint writes while it waits for barriers, so there it says nothing. */
const isWhateverTheyDid = (stalls: readonly Stall[]): boolean =>
  stalls.every(({ row }) => !row.unaligned) &&
  (new Set(stalls.map(({ part }) => part)).size > 1 ||
    stalls.some(({ row, part }) => part !== 'barriers' && row.bytes === 0));

/** Some that stalled had next to nothing to write. */
function isWithoutBytes(stalls: readonly Stall[]): boolean {
  const most = largest(stalls.map(({ row }) => row.bytes));
  return most === 0 || stalls.some(({ row }) => row.bytes < most * (1 - ALIKE.value));
}

/** Those elsewhere were quick, and it was not barriers that came late. */
function standsAlone(rows: readonly Subtask[], stalls: readonly Stall[], whole: number): boolean {
  const id = stalls[0]?.row.taskManager;
  const elsewhere = rows.filter(({ taskManager }) => taskManager !== null && taskManager !== id);
  const quick = median(elsewhere.map(({ durationMs }) => durationMs));
  return (
    quick !== undefined &&
    quick < whole * (1 - MAIN_SHARE.value) &&
    stalls.some(({ part }) => part !== 'barriers')
  );
}

const vertices = (stalls: readonly Stall[]): number => new Set(stalls.map(({ row }) => row.vertex)).size;

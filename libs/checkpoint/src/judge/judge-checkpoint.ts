import { barrierTime, blockedBarriers, latestBarrier, lateTrigger } from './barriers.js';
import { expired, isExpired, otherFailure } from './failure.js';
import { bytes, type Finding, finding, ms, ratio } from './finding.js';
import { type History, isTrouble } from './history.js';
import { hotSubtask } from './hot-subtask.js';
import { jvmPause } from './jvm-pause.js';
import { MAIN_SHARE } from './parameters.js';
import { dominant, partsOf } from './parts.js';
import type { CheckpointPart, CheckpointParts, JudgedCheckpoint } from './result.js';
import { longAsync, longSync } from './snapshot.js';
import type { Checkpoint, Subtask } from './statistics.js';

/** One checkpoint among the others of its job. */
export function judgeCheckpoint(checkpoint: Checkpoint, history: History): JudgedCheckpoint {
  const last = lastSubtask(checkpoint);
  const parts = last === null ? null : partsOf(checkpoint, last);
  const main = parts === null ? null : dominant(parts);
  const found = findingOf(checkpoint, history, last, parts);
  const vertex = checkpoint.vertices.find(({ id }) => id === last?.vertex);
  return {
    id: checkpoint.id,
    status: checkpoint.status,
    isSavepoint: checkpoint.isSavepoint,
    durationMs: checkpoint.durationMs,
    bytes: checkpoint.bytes,
    parts,
    dominantPart: main?.part ?? null,
    dominantRatio: main?.ratio ?? null,
    lastSubtask:
      last === null
        ? null
        : {
            vertexId: last.vertex,
            vertexName: vertex?.name ?? null,
            subtask: last.index,
            taskManagerId: last.taskManager,
            pointer: last.pointer,
          },
    ...found,
  };
}

/** That reported last; of several the one that its barriers reached last. */
function lastSubtask({ vertices }: Checkpoint): Subtask | null {
  let last: Subtask | null = null;
  for (const { rows } of vertices) {
    for (const row of rows) {
      const later = last === null || row.durationMs > last.durationMs;
      if (later || (row.durationMs === last?.durationMs && barrierTime(row) > barrierTime(last))) last = row;
    }
  }
  return last;
}

function findingOf(
  checkpoint: Checkpoint,
  history: History,
  last: Subtask | null,
  parts: CheckpointParts | null,
): Finding {
  const { status, durationMs } = checkpoint;
  if (status === 'FAILED')
    return isExpired(checkpoint) ? expired(checkpoint, history) : otherFailure(checkpoint);
  if (durationMs === null) {
    return finding('UNKNOWN', 'No subtask has acknowledged yet.', 'low', 'there is nothing to measure yet');
  }
  if (status === 'IN_PROGRESS') {
    return finding('UNKNOWN', 'It still runs.', 'low', 'what is left to be acknowledged has no figures', [
      ms('up to the latest acknowledgement', durationMs, `${checkpoint.pointer}/end_to_end_duration`),
    ]);
  }
  const trouble = isTrouble(history, durationMs, parts?.syncMs ?? 0);
  if (trouble === false) return nothing(checkpoint, durationMs, history);
  const found = slow(checkpoint, history, last, parts);
  if (trouble === true) return found;
  const reason = 'without a second checkpoint or the interval, whether it is too long cannot be told';
  const reasons = [...found.confidence.reasons, reason];
  return {
    ...found,
    confidence: { level: found.confidence.level === 'high' ? 'medium' : found.confidence.level, reasons },
  };
}

function nothing({ pointer }: Checkpoint, durationMs: number, history: History): Finding {
  const duration = ms('end-to-end time', durationMs, `${pointer}/end_to_end_duration`);
  const { intervalMs, intervalFrom } = history;
  return finding(
    'NONE',
    'It takes a small part of the interval.',
    'high',
    'end-to-end time against the interval',
    intervalMs === null
      ? [duration]
      : [duration, ms('interval', intervalMs, intervalFrom), ratio('duty', durationMs / intervalMs, pointer)],
  );
}

function slow(
  checkpoint: Checkpoint,
  history: History,
  last: Subtask | null,
  parts: CheckpointParts | null,
): Finding {
  if (last === null || parts === null) return withoutRows(checkpoint);
  const whole = checkpoint.durationMs ?? last.durationMs;
  const late = last.unaligned ? latestBarrier(checkpoint) : null;
  return (
    jvmPause(checkpoint, history) ??
    lateTrigger(checkpoint, whole) ??
    (late !== null && barrierTime(late) > whole * MAIN_SHARE.value
      ? blockedBarriers(checkpoint, late, barrierTime(late) / whole)
      : ofParts(checkpoint, last, parts))
  );
}

const BARRIERS: readonly CheckpointPart[] = ['startDelay', 'alignment'];

function ofParts(checkpoint: Checkpoint, last: Subtask, parts: CheckpointParts): Finding {
  const { part, ratio: share } = dominant(parts);
  const whole = checkpoint.durationMs ?? last.durationMs;
  const barriers = whole === 0 ? 0 : (parts.startDelayMs + parts.alignmentMs) / whole;
  const isBarriers = BARRIERS.includes(part) || barriers > share;
  const hot = hotSubtask(checkpoint, last, isBarriers ? 'startDelay' : part);
  if (hot !== null) return hot;
  if (isBarriers) return blockedBarriers(checkpoint, last, barriers);
  if (part === 'sync') return longSync(last, share);
  if (part === 'async') return longAsync(checkpoint, last, share);
  return finding(
    'UNKNOWN',
    'No part of the last subtask explains the time: the row of the one that took longest is missing, or the JobManager was slow to take acknowledgements.',
    'low',
    'what remains after all parts is the largest',
    [ms('not explained', parts.finalisationMs, checkpoint.pointer)],
  );
}

/** From the vertices alone: one that writes nothing and is slowest waits for barriers. */
function withoutRows(checkpoint: Checkpoint): Finding {
  const slowest = checkpoint.vertices.reduce<Checkpoint['vertices'][number] | null>(
    (most, one) => ((one.durationMs ?? 0) > (most?.durationMs ?? 0) ? one : most),
    null,
  );
  const evidence = [
    ms('end-to-end time', checkpoint.durationMs ?? 0, `${checkpoint.pointer}/end_to_end_duration`),
    bytes('bytes of the checkpoint', checkpoint.bytes, checkpoint.pointer),
  ];
  const reason = 'without the rows of its subtasks the time cannot be split';
  if (slowest !== null ? slowest.bytes === 0 : checkpoint.bytes === 0) {
    return finding(
      'BACK_PRESSURE',
      'It is long where nothing is written, so likely barriers that stand behind records.',
      'low',
      reason,
      evidence,
    );
  }
  return finding('UNKNOWN', 'It is long, and its rows are not given.', 'low', reason, evidence);
}

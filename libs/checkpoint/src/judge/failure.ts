import { barrierTime, blockedBarriers } from './barriers.js';
import { bytes, count, type Finding, figuresOf, finding, ms, text } from './finding.js';
import type { History } from './history.js';
import { SIGN_SHARE } from './parameters.js';
import { longAsync } from './snapshot.js';
import { largest } from './spread.js';
import type { Checkpoint, Subtask, Vertex } from './statistics.js';

/** How Flink begins to say why a checkpoint failed. */
const EXPIRED = 'Checkpoint expired before completing';
const DECLINED = [
  'Asynchronous task checkpoint failed',
  'Checkpoint was declined.',
  'Task local checkpoint failure',
  'Failure to finalize checkpoint',
  'Trigger checkpoint failure',
  'An Exception occurred while triggering the checkpoint',
  'exception of other subtasks sharing the ChannelState file',
  'Task does not support checkpointing',
];

export const isExpired = ({ failureMessage }: Checkpoint): boolean =>
  failureMessage?.includes(EXPIRED) === true;

/** Why a checkpoint failed that did not expire. */
export function otherFailure(checkpoint: Checkpoint): Finding {
  const { failureMessage, pointer, subtasks, acknowledged } = checkpoint;
  const evidence = [
    ...(failureMessage === null ? [] : [text('failure', failureMessage, `${pointer}/failure_message`)]),
    count('subtasks that acknowledged', acknowledged, `${pointer}/num_acknowledged_subtasks`),
    count('subtasks', subtasks, `${pointer}/num_subtasks`),
  ];
  if (failureMessage === null) {
    return finding('UNKNOWN', 'Flink does not say why it failed.', 'low', 'there is no failure message');
  }
  return DECLINED.some((words) => failureMessage.includes(words))
    ? finding(
        'DECLINED',
        'A task could not take or store its snapshot: an exception in it, not slowness. Its log and the job’s exceptions name the reason.',
        'high',
        'Flink says so in the failure message',
        evidence,
      )
    : finding(
        'OUTSIDE',
        'The checkpoint ended with something else: a task failed, the job was restarted or ended, or not every task was running. An exception in snapshotState itself fails the task, and shows like this.',
        DECIDED_ELSEWHERE.some((words) => failureMessage.includes(words)) ? 'high' : 'low',
        'the failure message names no fault of the checkpoint',
        evidence,
      );
}

const DECIDED_ELSEWHERE = [
  'CheckpointCoordinator shutdown',
  'Checkpoint Coordinator is suspending',
  'FailoverRegion is restarting',
  'Task has failed',
  'The job has failed',
  'Not all required tasks are currently running',
  'task is closing',
  'tasks not ready',
  'partially closed',
  'Periodic checkpoint scheduler is shut down',
  'has been subsumed',
  'input stream is finished',
  'Unknown task for the checkpoint',
];

/**
 * What an expired checkpoint waited for. Subtasks that were told of its end report what they had spent (Flink from 1.13 on), so
 * theirs is the firmest sign; then what those spent that acknowledged; then how many vertices are silent as a whole.
 */
export function expired(checkpoint: Checkpoint, history: History): Finding {
  const rows = checkpoint.vertices.flatMap((vertex) => vertex.rows);
  const aborted = latest(rows.filter((row) => row.aborted));
  if (aborted !== null)
    return ofPart(checkpoint, aborted, 'a subtask reported what it had spent when it was told of the end');
  const whole = checkpoint.durationMs ?? 0;
  const sign = latest(rows);
  const spent = sign === null ? 0 : Math.max(barrierTime(sign), sign.syncMs + sign.asyncMs);
  if (sign !== null && spent > whole * SIGN_SHARE.value) {
    return ofPart(checkpoint, sign, 'subtasks that acknowledged were held up by the same');
  }
  const silent = checkpoint.vertices.filter((vertex) => vertex.hasRows && vertex.rows.length === 0);
  const evidence = [
    count('vertices without any acknowledgement', silent.length, checkpoint.pointer),
    count(
      'subtasks that acknowledged',
      checkpoint.acknowledged,
      `${checkpoint.pointer}/num_acknowledged_subtasks`,
    ),
    ms(
      'longest time to an acknowledgement',
      largest(rows.map(({ durationMs }) => durationMs)),
      checkpoint.pointer,
    ),
  ];
  const passed = checkpoint.vertices.find((vertex) => hasPassedBarriers(vertex, checkpoint.vertices));
  if (passed !== undefined) {
    const written = history.bytes.get(passed.id) ?? 0;
    return finding(
      'UPLOAD',
      'The timeout came while a vertex was writing its snapshot: its barriers had gone on, and the vertex behind it had acknowledged.',
      written > 0 ? 'medium' : 'low',
      'barriers leave a subtask before it takes its snapshot, so it was the snapshot that was not done',
      [...evidence, bytes('most that this vertex wrote in one checkpoint', written, passed.pointer)],
    );
  }
  if (silent.length > 1) {
    return finding(
      'BACK_PRESSURE',
      'The timeout came while barriers were still on their way: no subtask of several vertices had acknowledged, and those that had were quick. Barriers stand behind records.',
      'medium',
      'an upload in one vertex does not hold back the barriers of the next',
      evidence,
    );
  }
  return finding(
    'EXPIRED',
    'The timeout came before every subtask had acknowledged, and nothing in the statistics tells what the others waited for.',
    'low',
    'subtasks that have not acknowledged report no figures',
    evidence,
  );
}

/** Not done itself, while one that it feeds is. */
const hasPassedBarriers = (vertex: Vertex, all: readonly Vertex[]): boolean =>
  !isDone(vertex) && all.some((one) => one.inputs?.includes(vertex.id) === true && isDone(one));

const isDone = ({ hasRows, rows, subtasks }: Vertex): boolean =>
  hasRows && rows.length >= subtasks && rows.every(({ aborted }) => !aborted);

function ofPart(checkpoint: Checkpoint, row: Subtask, reason: string): Finding {
  const asyncMs = row.unaligned ? Math.max(0, row.asyncMs - row.alignmentMs) : row.asyncMs;
  const most = Math.max(barrierTime(row), row.syncMs, asyncMs);
  const of = most === barrierTime(row) ? blockedBarriers(checkpoint, row, 1) : null;
  const found = of ?? (most === row.syncMs ? syncExpired(row) : longAsync(checkpoint, row, 1));
  return {
    ...found,
    confidence: { level: row.aborted ? found.confidence.level : 'medium', reasons: [reason] },
  };
}

const syncExpired = (row: Subtask): Finding =>
  finding(
    'LONG_SYNC',
    'The timeout came while a subtask was in the synchronous part of its snapshot.',
    'high',
    '',
    figuresOf(row, 'that subtask'),
  );

function latest(rows: readonly Subtask[]): Subtask | null {
  let last: Subtask | null = null;
  for (const row of rows) if (last === null || row.durationMs > last.durationMs) last = row;
  return last;
}

import { bytes, type Finding, figuresOf, finding, ratio } from './finding.js';
import { ALIKE, CLEAR_SHARE, GOES_WITH_BYTES, MAIN_SHARE } from './parameters.js';
import type { JudgeConfidence } from './result.js';
import { slope } from './spread.js';
import type { Checkpoint, Subtask } from './statistics.js';

const byShare = (share: number): JudgeConfidence['level'] =>
  share >= CLEAR_SHARE.value ? 'high' : share >= MAIN_SHARE.value ? 'medium' : 'low';

const inPercent = (share: number): string => `${Math.round(share * 100)} % of the end-to-end time`;

/** The part during which nothing is processed. */
export const longSync = (last: Subtask, share: number): Finding =>
  finding(
    'LONG_SYNC',
    'The synchronous part of the snapshot is long, and the subtask processes nothing meanwhile: snapshotState of an operator, timers or flushing what a sink or RocksDB has buffered.',
    byShare(share),
    `the synchronous part is ${inPercent(share)}`,
    figuresOf(last, 'the last subtask'),
  );

/** The asynchronous part: with the bytes it is the way to the store that is narrow, without them something else. */
export function longAsync(checkpoint: Checkpoint, last: Subtask, share: number): Finding {
  const rows = checkpoint.vertices.flatMap((vertex) => vertex.rows);
  const withBytes = shareOfBytes(rows, last);
  const evidence = [
    ...figuresOf(last, 'the last subtask'),
    bytes('bytes of the checkpoint', checkpoint.bytes, checkpoint.pointer),
    ...(withBytes === undefined
      ? []
      : [ratio('share of the asynchronous part that goes with the bytes', withBytes, checkpoint.pointer)]),
  ];
  if (last.bytes > 0 && (withBytes ?? 1) >= GOES_WITH_BYTES.value) {
    return finding(
      'UPLOAD',
      'Writing the snapshot takes the time, and it goes with the bytes: the way to the checkpoint store is too narrow for the state.',
      withBytes === undefined && byShare(share) === 'high' ? 'medium' : byShare(share),
      withBytes === undefined
        ? `the asynchronous part is ${inPercent(share)}, but all subtasks write alike`
        : `the asynchronous part is ${inPercent(share)}, and longer where more is written`,
      evidence,
    );
  }
  return finding(
    'STORE_LATENCY',
    'The asynchronous part is long without bytes to explain it: the store answers slowly, files are many and small, or the upload waited behind that of a checkpoint before.',
    share >= MAIN_SHARE.value ? 'medium' : 'low',
    `the asynchronous part is ${inPercent(share)}, and subtasks with more bytes take no longer`,
    evidence,
  );
}

/** Of the last subtask's asynchronous time, by how it rises with the bytes; undefined where all write alike. */
function shareOfBytes(rows: readonly Subtask[], last: Subtask): number | undefined {
  const writers = rows.filter((row) => row.bytes > 0);
  const most = writers.reduce((max, row) => Math.max(max, row.bytes), 0);
  const areAlike = writers.every((row) => row.bytes >= most * ALIKE.value);
  if (areAlike || last.asyncMs === 0) return undefined;
  const msPerByte = slope(writers.map((row) => [row.bytes, row.asyncMs]));
  return msPerByte === undefined ? undefined : (msPerByte * last.bytes) / last.asyncMs;
}

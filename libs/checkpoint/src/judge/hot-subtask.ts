import { barrierTime } from './barriers.js';
import { bytes, type Finding, figuresOf, finding, ms, ratio } from './finding.js';
import { MAIN_SHARE, OUTLIER } from './parameters.js';
import type { CheckpointPart } from './result.js';
import { median } from './spread.js';
import type { Checkpoint, Subtask } from './statistics.js';

const IN_SNAPSHOT = new Set<CheckpointPart>(['sync', 'async']);
/** Below three siblings there is no crowd to stand out from. */
const LEAST_SIBLINGS = 2;

/** One subtask far above its siblings, without which the checkpoint would be much shorter; null where there is none. */
export function hotSubtask(checkpoint: Checkpoint, last: Subtask, part: CheckpointPart): Finding | null {
  const vertex = checkpoint.vertices.find(({ id }) => id === last.vertex);
  const siblings = vertex?.rows.filter((row) => row !== last) ?? [];
  if (siblings.length < LEAST_SIBLINGS) return null;
  const timeOf = (row: Subtask): number =>
    IN_SNAPSHOT.has(part) ? row.syncMs + row.asyncMs : barrierTime(row);
  const usual = median(siblings.map(timeOf)) ?? 0;
  const own = timeOf(last);
  const whole = checkpoint.durationMs ?? last.durationMs;
  if (own < usual * OUTLIER.value || own - usual <= whole * MAIN_SHARE.value) return null;
  const usualBytes = median(siblings.map((row) => row.bytes)) ?? 0;
  const hasMore = last.bytes > 0 && last.bytes >= usualBytes * OUTLIER.value;
  const explanation = hasMore
    ? 'One subtask holds far more state than its siblings: the checkpoint waits for it alone. Keys are skewed, or few key groups hold most of the state.'
    : IN_SNAPSHOT.has(part)
      ? 'One subtask takes far longer than its siblings with about as many bytes: its machine, disk or process is slow, not the state.'
      : 'Barriers reach one subtask far later than its siblings: it alone is behind, so more records come to it, or its machine is slow.';
  return finding(
    'HOT_SUBTASK',
    explanation,
    siblings.length > 2 ? 'high' : 'medium',
    `one of ${siblings.length + 1} subtasks stands out`,
    [
      ...figuresOf(last, 'the last subtask'),
      ms('median of its siblings', usual, vertex?.pointer ?? last.pointer),
      bytes('median bytes of its siblings', usualBytes, vertex?.pointer ?? last.pointer),
      ...(usual > 0 ? [ratio('times its siblings', own / usual, last.pointer)] : []),
    ],
  );
}

import { type Finding, figuresOf, finding, ms } from './finding.js';
import { MAIN_SHARE } from './parameters.js';
import { largest, median } from './spread.js';
import type { Checkpoint, Subtask, Vertex } from './statistics.js';

/** Until the last barrier has arrived. */
export const barrierTime = (row: Subtask): number => (row.startDelayMs ?? 0) + row.alignmentMs;

/**
 * The vertices that the coordinator triggers itself: by the plan those that nothing feeds, else by their name; without either it is the
 * vertex that barriers reach first, as long as every vertex of the job has its rows.
 */
export function sourcesOf({ vertices, subtasks }: Checkpoint): readonly Vertex[] | null {
  if (vertices.some(({ inputs }) => inputs !== null))
    return vertices.filter(({ inputs }) => inputs?.length === 0);
  if (vertices.some(({ name }) => name !== null)) {
    return vertices.filter(({ name }) => name?.startsWith('Source: ') === true);
  }
  const known = vertices.reduce((sum, vertex) => sum + vertex.subtasks, 0);
  if (known < subtasks || vertices.some(({ hasRows }) => !hasRows)) return null;
  const delayOf = ({ rows }: Vertex): number => median(rows.map(barrierTime)) ?? Number.POSITIVE_INFINITY;
  const first = vertices.reduce<Vertex | undefined>(
    (least, one) => (least === undefined || delayOf(one) < delayOf(least) ? one : least),
    undefined,
  );
  return first === undefined ? null : [first];
}

const rowsOf = (vertices: readonly Vertex[]): readonly Subtask[] => vertices.flatMap(({ rows }) => rows);

/** The coordinator or a source was late: no barrier was under way before. Null where the sources were quick or are not known. */
export function lateTrigger(checkpoint: Checkpoint, wholeMs: number): Finding | null {
  const sources = rowsOf(sourcesOf(checkpoint) ?? []);
  const late = largest(sources.map(barrierTime));
  const row = sources.find((one) => barrierTime(one) === late);
  if (row === undefined || late <= wholeMs * MAIN_SHARE.value) return null;
  return finding(
    'TRIGGER_DELAYED',
    'A source took the trigger late, and no barrier of it was under way before. The JobManager was slow to trigger, or the thread of the source was busy, or held the checkpoint lock while it waited for a buffer.',
    checkpoint.vertices.some(({ name }) => name !== null) ? 'high' : 'medium',
    'the start delay of a source is most of the end-to-end time',
    figuresOf(row, 'the latest source'),
  );
}

/** Barriers that stood behind records. */
export function blockedBarriers(checkpoint: Checkpoint, last: Subtask, share: number): Finding {
  const sources = sourcesOf(checkpoint);
  const firm = share >= MAIN_SHARE.value && sources !== null;
  return finding(
    'BACK_PRESSURE',
    'Barriers stand in the buffers behind records that are processed too slowly: back pressure. It is not the state that takes the time.',
    firm ? 'high' : 'medium',
    sources === null
      ? 'barriers came late, but without the rows of every vertex a late source cannot be told from blocked barriers'
      : 'the sources had the trigger at once, and barriers came late further on',
    [
      ...figuresOf(last, 'the last subtask'),
      ms('latest source', largest(rowsOf(sources ?? []).map(barrierTime)), checkpoint.pointer),
    ],
  );
}

/** An unaligned checkpoint writes while it waits for barriers, so its asynchronous part says nothing: the latest barrier does. */
export function latestBarrier(checkpoint: Checkpoint): Subtask | null {
  let latest: Subtask | null = null;
  for (const row of rowsOf(checkpoint.vertices)) {
    if (row.unaligned && (latest === null || barrierTime(row) > barrierTime(latest))) latest = row;
  }
  return latest;
}

import { ValueChecks } from '../value-checks.js';
import { AnswerFields, isObject } from './answer-fields.js';
import type { Checkpoint, Subtask, Vertex } from './statistics.js';

const MOST_CHECKPOINTS = 1000;
const MOST_ROWS = 1_000_000;

/** What is known of a vertex whatever the checkpoint. */
interface Placement {
  readonly name: string | null;
  readonly inputs: readonly string[] | null;
  /** Of each subtask, as far as they are given. */
  readonly taskManagers: ReadonlyMap<number, string>;
}

/**
 * All answers together, or the one of `/jobs/:id/checkpoints` alone.
 * @param pointer of the answers in the request
 * @returns checkpoints, newest first
 */
export function readStatistics(
  statistics: unknown,
  checks: ValueChecks,
  pointer = '/statistics',
): readonly Checkpoint[] {
  const root = new AnswerFields(statistics, pointer, checks);
  if (!isObject(statistics)) {
    checks.reject(pointer, 'must be an object: give the answer of /jobs/:id/checkpoints');
    return [];
  }
  const alone = Array.isArray(statistics.history);
  const history = (alone ? root : root.object('checkpoints')).list('history');
  const details = root.object('details');
  const subtasks = root.object('subtasks');
  const placements = readPlacements(root.object('vertices'), root.object('job'));
  if (!alone && !root.has('checkpoints') && details.names().length === 0) {
    checks.reject(`${pointer}/checkpoints`, 'is missing: give the answer of /jobs/:id/checkpoints');
  }
  const byId = new Map(history.map((one) => [String(one.number('id') ?? one.pointer), one]));
  for (const id of details.names()) byId.set(id, details.object(id));
  if (byId.size > MOST_CHECKPOINTS) {
    checks.reject(pointer, `must have at most ${MOST_CHECKPOINTS} checkpoints: give the newest`, byId.size);
    return [];
  }
  let rows = 0;
  const read = [...byId].map(([id, answer]) => {
    const one = checkpoint(answer, subtasks.object(id), placements);
    for (const vertex of one.vertices) rows += vertex.rows.length;
    return one;
  });
  if (rows > MOST_ROWS) {
    checks.reject(`${pointer}/subtasks`, `must have at most ${MOST_ROWS} rows: leave out older ones`, rows);
    return [];
  }
  return read.sort((a, b) => b.triggerMs - a.triggerMs || b.id - a.id);
}

function readPlacements(vertices: AnswerFields, job: AnswerFields): ReadonlyMap<string, Placement> {
  const inputs = new Map(
    job
      .object('plan')
      .list('nodes')
      .map((node) => [node.text('id'), node.list('inputs').flatMap((input) => input.text('id') ?? [])]),
  );
  const names = new Map(job.list('vertices').map((vertex) => [vertex.text('id'), vertex.text('name')]));
  const ids = new Set([...vertices.names(), ...inputs.keys(), ...names.keys()].filter((id) => id !== null));
  return new Map(
    [...ids].map((id) => {
      const vertex = vertices.object(id);
      const taskManagers = new Map<number, string>();
      for (const one of vertex.list('subtasks')) {
        const at = one.number('subtask');
        const taskManager = one.text('taskmanager-id') ?? one.text('endpoint') ?? one.text('host');
        if (at !== null && taskManager !== null) taskManagers.set(at, taskManager);
      }
      const name = vertex.text('name') ?? names.get(id) ?? null;
      return [id, { name, inputs: inputs.get(id) ?? null, taskManagers }];
    }),
  );
}

function checkpoint(
  answer: AnswerFields,
  subtasks: AnswerFields,
  placements: ReadonlyMap<string, Placement>,
): Checkpoint {
  const tasks = answer.object('tasks');
  const ids = new Set([...tasks.names(), ...subtasks.names()]);
  return {
    id: answer.needed('id'),
    pointer: answer.pointer,
    status: status(answer),
    isSavepoint: answer.flag('is_savepoint'),
    triggerMs: answer.needed('trigger_timestamp'),
    durationMs: answer.number('end_to_end_duration'),
    bytes: answer.number('checkpointed_size') ?? answer.number('state_size') ?? 0,
    stateBytes: answer.number('state_size') ?? 0,
    subtasks: answer.number('num_subtasks') ?? 0,
    acknowledged: answer.number('num_acknowledged_subtasks') ?? 0,
    failureMessage: answer.text('failure_message'),
    vertices: [...ids].map((id) => vertex(id, tasks.object(id), subtasks.object(id), placements.get(id))),
  };
}

function status(answer: AnswerFields): Checkpoint['status'] {
  const text = answer.text('status')?.toUpperCase();
  return text === 'FAILED' || text === 'IN_PROGRESS' ? text : 'COMPLETED';
}

function vertex(
  id: string,
  task: AnswerFields,
  answer: AnswerFields,
  placement: Placement | undefined,
): Vertex {
  const summary = answer.has('subtasks') ? answer : task;
  const rows: Subtask[] = [];
  for (const row of answer.list('subtasks')) {
    const read = subtask(id, row, placement);
    if (read !== null) rows.push(read);
  }
  return {
    id,
    pointer: summary.pointer,
    name: placement?.name ?? null,
    inputs: placement?.inputs ?? null,
    durationMs: summary.number('end_to_end_duration'),
    bytes: summary.number('checkpointed_size') ?? summary.number('state_size') ?? 0,
    subtasks: summary.number('num_subtasks') ?? rows.length,
    acknowledged: summary.number('num_acknowledged_subtasks') ?? rows.length,
    rows,
    hasRows: answer.has('subtasks'),
  };
}

/** @returns null for a subtask that has not reported */
function subtask(vertex: string, row: AnswerFields, placement: Placement | undefined): Subtask | null {
  const index = row.needed('index');
  if (!row.has('end_to_end_duration')) return null;
  const alignment = row.object('alignment');
  const duration = row.object('checkpoint');
  return {
    vertex,
    index,
    pointer: row.pointer,
    aborted: row.flag('aborted'),
    unaligned: row.flag('unaligned_checkpoint'),
    durationMs: row.number('end_to_end_duration') ?? 0,
    startDelayMs: row.has('start_delay') ? row.number('start_delay') : null,
    alignmentMs: alignment.number('duration') ?? 0,
    syncMs: duration.number('sync') ?? 0,
    asyncMs: duration.number('async') ?? 0,
    bytes: row.number('checkpointed_size') ?? row.number('state_size') ?? 0,
    taskManager: placement?.taskManagers.get(index) ?? null,
  };
}

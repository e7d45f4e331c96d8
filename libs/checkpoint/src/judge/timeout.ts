import { type DerivedFigure, derive, given, parameter } from '@plimsoll/trace';
import { isExpired } from './failure.js';
import { NEEDED_TIMEOUT } from './formulas.js';
import { TIMEOUT_MARGIN } from './parameters.js';
import type { CheckpointCause, JudgedCheckpoint, TimeoutJudgement } from './result.js';
import { type Settings, TIMEOUT } from './settings.js';
import type { Checkpoint } from './statistics.js';

/** Work that ends by itself, given the time. */
const ENDS = new Set<CheckpointCause>(['UPLOAD', 'STORE_LATENCY', 'LONG_SYNC', 'HOT_SUBTASK']);

export interface JudgedTimeout {
  readonly judgement: TimeoutJudgement;
  readonly needed: DerivedFigure<'ms'> | null;
}

/** Whether a longer timeout would let such checkpoints complete, and how long it would have to be. */
export function judgeTimeout(
  checkpoints: readonly Checkpoint[],
  judged: readonly JudgedCheckpoint[],
  settings: Settings,
): JudgedTimeout {
  const answer = (helps: boolean | null, reason: string): JudgedTimeout => ({
    judgement: { timeoutMs: settings.timeoutMs, helps, neededMs: null, reason },
    needed: null,
  });
  const late = checkpoints.flatMap((checkpoint, at) => {
    const one = judged[at];
    return isExpired(checkpoint) && one !== undefined ? [{ checkpoint, cause: one.cause }] : [];
  });
  if (late.length === 0)
    return answer(false, 'No checkpoint ran into it, and a longer one makes none quicker.');
  const ending = late.filter(({ cause }) => ENDS.has(cause));
  const blocked = late.filter(({ cause }) => cause === 'BACK_PRESSURE' || cause === 'TRIGGER_DELAYED');
  if (blocked.length >= ending.length && blocked.length > 0) return ofBlocked(checkpoints, settings, answer);
  if (ending.length === 0) {
    return answer(null, 'Nothing in the statistics tells what the expired checkpoints waited for.');
  }
  const longest = longestOf([
    ...ending.map(({ checkpoint }) => checkpoint),
    ...checkpoints.filter(isCompleted),
  ]);
  if (longest === null || longest.ms <= settings.timeoutMs) {
    return answer(
      true,
      'What was under way ends by itself; how much was left when the timeout came is not in the statistics.',
    );
  }
  return withNeeded(
    longest,
    settings,
    'What was under way ends by itself, and subtasks reported how long it took in the end, the wait for the upload before it left out where two follow one another. Until less is written, such checkpoints fill the interval.',
  );
}

type Answer = (helps: boolean | null, reason: string) => JudgedTimeout;

/** Blocked barriers arrive in the end only where others of the same job did, and no later each time. */
function ofBlocked(checkpoints: readonly Checkpoint[], settings: Settings, answer: Answer): JudgedTimeout {
  const completed = checkpoints.filter(isCompleted).map(({ durationMs }) => durationMs ?? 0);
  const [newest] = completed;
  const oldest = completed.at(-1);
  if (newest === undefined || oldest === undefined || completed.length < 2) {
    return answer(
      false,
      'The barriers had not arrived. They move only as fast as records are processed: where the lag grows, no timeout is long enough, and a checkpoint that does complete is old by then.',
    );
  }
  if (newest > oldest) {
    return answer(
      false,
      'The barriers had not arrived, and they take longer from checkpoint to checkpoint: the lag grows.',
    );
  }
  const longest = longestOf(checkpoints.filter(isCompleted));
  return longest === null
    ? answer(null, 'Nothing tells how long barriers take.')
    : withNeeded(
        longest,
        settings,
        'Barriers of other checkpoints arrived, and no later each time: such a timeout lets them complete. The back pressure stays.',
      );
}

interface Longest {
  readonly ms: number;
  readonly pointer: string;
}

function withNeeded(longest: Longest, settings: Settings, reason: string): JudgedTimeout {
  const needed = derive('timeout.needed', NEEDED_TIMEOUT, {
    longest: given('ms', longest.ms, longest.pointer),
    margin: parameter(TIMEOUT_MARGIN),
  });
  const more = Math.max(0, Math.ceil(needed.value - settings.timeoutMs));
  return {
    judgement: {
      timeoutMs: settings.timeoutMs,
      helps: true,
      neededMs: needed.value,
      reason: `${reason} ${TIMEOUT} would have to be ${more} ms longer.`,
    },
    needed,
  };
}

const isCompleted = ({ status, isSavepoint }: Checkpoint): boolean => status === 'COMPLETED' && !isSavepoint;

/**
 * The longest that a subtask needed. Its uploads run one after the other, and each waits for the one before even where that has
 * expired: of two that follow one another the later counts from the end of the earlier.
 */
function longestOf(checkpoints: readonly Checkpoint[]): Longest | null {
  const ends = new Map<string, { readonly endMs: number; readonly needed: Longest }[]>();
  let longest: Longest | null = null;
  const take = (one: Longest): void => {
    if (longest === null || one.ms > longest.ms) longest = one;
  };
  for (const { pointer, status, triggerMs, durationMs, vertices } of checkpoints) {
    if (status === 'COMPLETED' && durationMs !== null) {
      take({ ms: durationMs, pointer: `${pointer}/end_to_end_duration` });
      continue;
    }
    for (const row of vertices.flatMap(({ rows }) => rows)) {
      const key = `${row.index} ${row.vertex}`;
      const needed = { ms: row.durationMs, pointer: `${row.pointer}/end_to_end_duration` };
      ends.set(key, [...(ends.get(key) ?? []), { endMs: triggerMs + row.durationMs, needed }]);
    }
  }
  const series = [...ends.values()].map((of) => of.sort((one, other) => one.endMs - other.endMs));
  const followed = series.flatMap((of) =>
    of.slice(1).map(({ endMs, needed }, at) => ({
      ...needed,
      ms: Math.min(needed.ms, endMs - (of[at]?.endMs ?? 0)),
    })),
  );
  const known = followed.length > 0 ? followed : series.flatMap((of) => of.map(({ needed }) => needed));
  for (const one of known) take(one);
  return longest;
}

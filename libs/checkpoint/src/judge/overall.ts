import type { CheckpointCause, JudgeConfidence, JudgedCheckpoint } from './result.js';

/** Checkpoints of one cause. */
export interface Group {
  readonly cause: CheckpointCause;
  readonly members: readonly JudgedCheckpoint[];
}

const LEVELS: readonly JudgeConfidence['level'][] = ['low', 'medium', 'high'];

/** Failed before slow before what is not the checkpoints’ own; nothing known of a few takes nothing from the many that are well. */
function rank({ cause, members }: Group, judged: number): number {
  if (members.every(({ status }) => status === 'IN_PROGRESS')) return 0;
  if (cause === 'NONE') return 2;
  if (cause === 'UNKNOWN') return members.length * 2 > judged ? 3 : 1;
  if (cause === 'OUTSIDE') return 4;
  return members.some(({ status }) => status === 'FAILED') ? 6 : 5;
}

const timeOf = ({ members }: Group): number => members.reduce((sum, one) => sum + (one.durationMs ?? 0), 0);

/** The cause that costs most first. Savepoints are asked for by people: they count only where there is nothing else. */
export function byCause(judged: readonly JudgedCheckpoint[]): readonly Group[] {
  const regular = judged.filter(({ isSavepoint }) => !isSavepoint);
  const groups = new Map<CheckpointCause, JudgedCheckpoint[]>();
  const counted = regular.length > 0 ? regular : judged;
  for (const one of counted) {
    const members = groups.get(one.cause);
    if (members === undefined) groups.set(one.cause, [one]);
    else members.push(one);
  }
  return [...groups]
    .map(([cause, members]): Group => ({ cause, members }))
    .sort(
      (a, b) =>
        rank(b, counted.length) - rank(a, counted.length) ||
        timeOf(b) - timeOf(a) ||
        (a.cause < b.cause ? -1 : 1),
    );
}

/** The one that shows its cause best: the firmest, and of these the longest. */
export function plainest(members: readonly JudgedCheckpoint[]): JudgedCheckpoint | undefined {
  const level = ({ confidence }: JudgedCheckpoint): number => LEVELS.indexOf(confidence.level);
  return [...members].sort((a, b) => level(b) - level(a) || (b.durationMs ?? 0) - (a.durationMs ?? 0))[0];
}

const TELLING: readonly CheckpointCause[] = ['NONE', 'UNKNOWN', 'EXPIRED', 'OUTSIDE', 'DECLINED'];

/** Whether a checkpoint says nothing of itself, but was as late as others that do. */
const isMute = ({ cause, status, parts }: JudgedCheckpoint): boolean =>
  cause === 'EXPIRED' || (cause === 'UNKNOWN' && status === 'COMPLETED' && parts === null);

/** What says nothing of itself is taken for what the others of the job suffer from. */
export function withNeighbours(judged: readonly JudgedCheckpoint[]): readonly JudgedCheckpoint[] {
  if (!judged.some(isMute)) return judged;
  const [usual] = byCause(judged.filter(({ cause }) => !TELLING.includes(cause)));
  const example = usual === undefined ? undefined : plainest(usual.members);
  if (example === undefined) return judged;
  return judged.map((one) =>
    isMute(one)
      ? {
          ...one,
          cause: example.cause,
          explanation: example.explanation,
          confidence: {
            level: 'low',
            reasons: [...one.confidence.reasons, 'taken for what other checkpoints of the job show'],
          },
        }
      : one,
  );
}

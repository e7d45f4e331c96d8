import type { PlanCheckpointing } from '@plimsoll/planner';
import { type Html, html } from './html.js';
import { type Mark, pc, type Segment, segmentBar, stripAxis, stripLane } from './strip.js';
import { comparedTime } from './time-scales.js';

type Recovery = NonNullable<PlanCheckpointing['recovery']>;

interface Course {
  readonly name: string;
  readonly rewindMs: number;
  readonly catchUpMs: number | null;
}

/** Marks of the axis that are nearer to each other than this would touch. */
const APART = 0.2;

/** The course of a recovery to scale: the rewind before the failure, then the outage and the catch-up after it. Null where nothing restarts the job. */
export function recoveryStrip(recovery: Recovery): Html | null {
  const { downtime, downtimeMs, mean } = recovery;
  const { detectMs, restartMs, restoreMs } = downtime;
  if (downtimeMs === null || detectMs === null || restartMs === null || restoreMs === null) return null;
  const courses: Course[] = [
    { name: 'At worst', rewindMs: recovery.rewindMs, catchUpMs: recovery.catchUpMs },
    ...(mean === null ? [] : [{ name: 'On average', ...mean }]),
  ];
  const before = Math.max(...courses.map(({ rewindMs }) => rewindMs));
  const open = courses.some(({ catchUpMs }) => catchUpMs === null);
  const after = Math.max(
    ...courses.map(({ catchUpMs }) => downtimeMs + (catchUpMs ?? 0)),
    open ? 1.5 * downtimeMs : 0,
  );
  const span = before + after;
  if (span <= 0) return null;
  const at = (ms: number): number => (before + ms) / span;
  return html`<figure class="minute" aria-label="The course of a recovery">${courses.map(lane)}${stripAxis(marks())}</figure>
`;

  function lane({ name, rewindMs, catchUpMs }: Course): Html {
    const restored = (detectMs ?? 0) + (restartMs ?? 0);
    const down = downtimeMs ?? 0;
    const segments: Segment[] = [
      { kind: 'talk', from: at(-rewindMs), to: at(0), text: 'Rewind' },
      { kind: 'other', from: at(0), to: at(detectMs ?? 0), text: 'Detection' },
      { kind: 'heap', from: at(detectMs ?? 0), to: at(restored), text: 'Restart' },
      { kind: 'checkpoint', from: at(restored), to: at(down), text: 'Restore' },
      { kind: 'kafka', from: at(down), to: catchUpMs === null ? 1 : at(down + catchUpMs), text: 'Catch-up' },
    ];
    const end = catchUpMs === null ? 'it never catches up' : `no lag after ${comparedTime(down + catchUpMs)}`;
    const parts = [
      `rewind ${comparedTime(rewindMs)}`,
      `detection ${comparedTime(detectMs ?? 0)}`,
      `restart ${comparedTime(restartMs ?? 0)}`,
      `restore ${comparedTime(restoreMs ?? 0)}`,
      catchUpMs === null ? 'no end of the catch-up' : `catch-up ${comparedTime(catchUpMs)}`,
    ];
    return stripLane({
      name,
      says: `goes back by ${comparedTime(rewindMs)}, is down for ${comparedTime(down)}, ${end}`,
      title: `${name}: ${parts.join(', ')}`,
      drawing: html`${segments.map(segmentBar)}<line class="bulk" x1="${pc(at(0))}" x2="${pc(at(0))}" y1="8%" y2="92%"/>`,
    });
  }

  function marks(): Mark[] {
    const all: Mark[] = [
      { at: at(0), text: 'failure' },
      { at: 0, text: `−${comparedTime(before)}` },
      { at: 1, text: comparedTime(after) },
      { at: at(downtimeMs ?? 0), text: comparedTime(downtimeMs ?? 0) },
    ];
    return all.filter(
      (mark, nth) => !all.slice(0, nth).some((other) => Math.abs(other.at - mark.at) < APART),
    );
  }
}

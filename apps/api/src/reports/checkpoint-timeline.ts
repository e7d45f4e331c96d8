import { timelineSvg } from '@plimsoll/checkpoint';
import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf } from './checkpoint-figures.js';
import { numbered } from './figures.js';
import { type Html, html, trusted } from './html.js';
import { percentPlain } from './numbers.js';
import { regimeMeaning, regimeName } from './regime-words.js';
import { comparedTime } from './time-scales.js';

type Planned = NonNullable<PlanCheckpointing['timeline']>;

/** Labels of an axis that have room on a telephone. */
const MARKS = 5;

/** The first checkpoints as they would be triggered and end, and the regime that this is. */
export function checkpointTimeline(view: CheckpointView): Html | null {
  const { timeline } = view.planned;
  if (timeline === null) return null;
  const { regime, of } = timeline;
  const svg = timelineSvg(timeline, {
    id: 'ck-timeline',
    title: `The first checkpoints, ${settingsOf(of)}`,
    marks: MARKS,
  });
  return html`<h3>The first checkpoints</h3>
<p class="lead"><b>${regimeName(regime)}</b>: ${regimeMeaning(regime)}. Times are from the start of the job, ${settingsOf(of)}.</p>
<figure class="minute timeline">${trusted(svg)}</figure>
<p class="table-note">${saidOf(timeline, view)}</p>
`;
}

export const settingsOf = (of: 'current' | 'proposal'): string =>
  of === 'current' ? 'with checkpoints as they are set' : 'with checkpoints as proposed';

/** What the drawing shows, in a sentence. */
function saidOf(timeline: Planned, view: CheckpointView): Html {
  const { asked, counts, jobFailedMs, checkpointFreeRatio, longestStaleMs, queueGrows, steps } = timeline;
  const [durationMs = 0] = asked.durationsMs;
  const first = steps.find(({ key }) => key === 'timeline.firstTrigger');
  const cycle = steps.find(({ key }) => key === 'timeline.meanCycle');
  const why = (key: string, value: number, text: string) => dataOf(view, ['timeline', key], value, text);
  const parts = [
    first !== undefined &&
      html`The first comes after ${why(first.key, first.value, comparedTime(first.value))}`,
    cycle !== undefined && html`then one each ${why(cycle.key, cycle.value, comparedTime(cycle.value))}`,
    html`each takes ${comparedTime(durationMs)}`,
  ].filter((part) => part !== false);
  const failed =
    counts.failed > 0
      ? ` ${numbered(counts.failed, 'checkpoint')} ${counts.failed === 1 ? 'fails' : 'fail'}: ${counts.failed === 1 ? 'it takes' : 'they take'} longer than the timeout of ${comparedTime(asked.timeoutMs)}.`
      : '';
  const fate = jobFailedMs === null ? '' : ` The job fails after ${comparedTime(jobFailedMs)}.`;
  const dropped =
    counts.dropped > 0
      ? ` ${numbered(counts.dropped, 'request')} ${counts.dropped === 1 ? 'is' : 'are'} dropped.`
      : '';
  const queue = queueGrows ? ' Requests come faster than checkpoints end: the queue never drains.' : '';
  return html`${parts.map((part, at) => [at > 0 && ', ', part])}. ${numbered(counts.completed, 'checkpoint')} ${counts.completed === 1 ? 'completes' : 'complete'}.${failed}${fate}${dropped}${queue} ${why('timeline.checkpointFreeRatio', checkpointFreeRatio, percentPlain(checkpointFreeRatio))} of the time is free of checkpoints; a failure at the worst moment goes back by ${why('timeline.longestStale', longestStaleMs, comparedTime(longestStaleMs))}.`;
}

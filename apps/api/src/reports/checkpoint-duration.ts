import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, softness, whyOf } from './checkpoint-figures.js';
import { columnsOf } from './checkpoint-settings.js';
import { type CheckpointFigure, durationStep, inputOf } from './checkpoint-steps.js';
import { figure } from './figures.js';
import type { FlowKind } from './flow-kinds.js';
import { type Html, html } from './html.js';
import { percentPlain } from './numbers.js';
import { inColumn, withUnit } from './scales.js';
import { type Mark, segmentBar, stripAxis, stripLane } from './strip.js';
import { axisTicks } from './time-axis.js';
import { timeScale } from './time-scales.js';

type Parts = NonNullable<PlanCheckpointing['current']>['checkpoint']['parts'];

const PARTS: readonly {
  readonly part: keyof Parts;
  readonly name: string;
  readonly input: string;
  readonly kind: FlowKind;
}[] = [
  { part: 'triggerMs', name: 'Trigger', input: 'trigger', kind: 'other' },
  { part: 'alignmentMs', name: 'Alignment', input: 'alignment', kind: 'shuffle' },
  { part: 'syncMs', name: 'Synchronous part', input: 'sync', kind: 'state' },
  { part: 'uploadMs', name: 'Upload', input: 'upload', kind: 'checkpoint' },
];

/** Of an axis of half the page only the end is named near the end. */
const marksUpTo = (longest: number): readonly Mark[] =>
  axisTicks(longest).filter(({ at }) => at === 1 || at < 0.8);

/** How long one checkpoint takes, by its parts: drawn to scale, and as a table. Once where proposal and setting take as long. */
export function checkpointDuration(view: CheckpointView): Html | null {
  const { planned } = view;
  const all = columnsOf(planned);
  const [first, second] = all;
  if (first === undefined) return null;
  const same =
    second !== undefined &&
    JSON.stringify(first.judged.checkpoint) === JSON.stringify(second.judged.checkpoint);
  const columns = same ? [{ ...second, head: 'Either way' }] : all;
  const longest = Math.max(...columns.map(({ judged }) => judged.checkpoint.durationMs ?? 0));
  const scale = timeScale(longest);
  const head = columns.length > 1 ? (text: string) => `${text}, ${scale.name}` : () => scale.name;

  return html`<div><h3>One checkpoint</h3>
<figure class="minute" aria-label="One checkpoint by its parts">${columns.map(lane)}${longest > 0 && stripAxis(marksUpTo(longest))}</figure>
${longest > 0 && partsTable()}</div>
`;

  function partsTable(): Html {
    return html`<table class="ledger ck-parts"><caption class="vh">One checkpoint by its parts</caption>
<thead><tr><th scope="col">Part</th>${columns.map(({ head: text }) => html`<th scope="col">${head(text)}</th>`)}</tr></thead>
<tbody>
${PARTS.map((part) => {
  const figures = columns.map(({ of }) => partOf(durationStep(planned, of), part.input));
  return html`<tr><th scope="row"><span class="sw ${part.kind}"></span>${part.name}</th>${columns.map(({ judged }, at) => cell(judged.checkpoint.parts[part.part], figures[at]))}</tr>
`;
})}</tbody>
<tfoot><tr><th scope="row">Duration${softness(view, ['tuning', durationStep(planned, columns[0]?.of ?? 'current')])}</th>${columns.map(({ of, judged }) => cell(judged.checkpoint.durationMs, ['tuning', durationStep(planned, of)]))}</tr></tfoot></table>`;
  }

  /** A part’s own step; of one that is a parameter, the step that takes it. */
  function partOf(whole: string, input: string): CheckpointFigure {
    const own = inputOf(planned.steps, whole, input) ?? '';
    return ['tuning', view.checkpointing.stepOf('tuning', own) === undefined ? whole : own];
  }

  function cell(ms: number | null, of: CheckpointFigure = ['tuning', '']): Html {
    if (ms === null) return html`<td>never ends</td>`;
    return html`<td>${dataOf(view, of, ms, inColumn(ms, scale))}</td>`;
  }

  function lane({ of, head: name, judged: { checkpoint } }: (typeof columns)[number]): Html {
    const { durationMs, parts, uploadBytesPerSecond, boundBy } = checkpoint;
    const upload = inputOf(planned.steps, durationStep(planned, of), 'upload') ?? '';
    const rate = inputOf(planned.steps, upload, 'upload rate') ?? '';
    const says = html`${figure('bytes', checkpoint.machineBytes)} of the fullest machine at ${whyOf(view, ['tuning', rate], figure('bytesPerSecond', uploadBytesPerSecond))}, bound by ${boundBy}; barriers are ${checkpoint.unaligned ? 'unaligned' : 'aligned'}`;
    if (durationMs === null)
      return stripLane({
        name,
        says: html`never ends: nothing is left to upload with`,
        title: 'It never ends',
        drawing: html``,
      });
    let from = 0;
    const drawn = PARTS.map(({ part, name: text, kind }) => {
      const ms = parts[part] ?? 0;
      const start = from;
      from += ms;
      return { text, kind, from: start / longest, to: from / longest, ms };
    });
    const said = drawn
      .map(
        ({ text, ms }) =>
          `${text.toLowerCase()} ${withUnit(inColumn(ms, scale), scale.name)} (${percentPlain(ms / durationMs)})`,
      )
      .join(', ');
    return stripLane({
      name,
      says,
      title: `${withUnit(inColumn(durationMs, scale), scale.name)}: ${said}`,
      drawing: html`${drawn.map(segmentBar)}`,
    });
  }
}

import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, setInterval } from './checkpoint-figures.js';
import { boundStep, weakestOf } from './checkpoint-steps.js';
import { badge } from './evidence-badge.js';
import { figure, listed, sentence, uncapitalized } from './figures.js';
import { type Html, html, joined } from './html.js';
import { percent } from './numbers.js';
import { objectiveWords } from './objective-words.js';
import { comparedTime } from './time-scales.js';

/** Which interval is proposed against the one that is set, or that none meets every objective, what binds and what would help. */
export const checkpointAnswer = (
  view: CheckpointView,
): Html => html`<h2 id="checkpoints">${headlineOf(view)}</h2>
<p class="next">${joined(
  [...(view.planned.feasible ? proposed(view) : impossible(view.planned)), ...setSentence(view)],
  ' ',
)}</p>
${needsTable(view)}${firmness(view)}`;

function headlineOf(view: CheckpointView): string {
  const { intervalMs, feasible } = view.planned;
  if (!feasible || intervalMs === null) return 'Checkpoints: no interval meets every objective';
  const set = setInterval(view);
  const beside =
    set === null
      ? ', where none are set'
      : set === intervalMs
        ? ', as it is set'
        : `, where ${comparedTime(set)} is set`;
  return `Checkpoints: every ${comparedTime(intervalMs)}${beside}`;
}

const proposed = ({ planned }: CheckpointView): string[] => {
  const { settings, intervalMs, feasibleInterval } = planned;
  const why = settings.find(({ key }) => key === 'execution.checkpointing.interval')?.reason ?? '';
  const open =
    feasibleInterval.upperBoundBy === null ? ['No objective says how long an interval may be.'] : [];
  return [`${comparedTime(intervalMs ?? 0)} is ${why}.`, ...open];
};

/** What binds at either end. */
function impossible({ feasibleInterval, bounds, current }: PlanCheckpointing): string[] {
  const { lowerMs, lowerBoundBy, upperMs, upperBoundBy } = feasibleInterval;
  if (lowerMs === null && current?.checkpoint.durationMs === null)
    return ['Nothing is left to upload with, so no checkpoint would ever end.'];
  const reasonOf = (objective: string | null): string =>
    bounds.find((bound) => bound.objective === objective)?.reason ?? '';
  const lower =
    lowerMs === null
      ? `No interval is long enough for ${objectiveWords(lowerBoundBy)}: ${reasonOf(lowerBoundBy)}.`
      : `For ${objectiveWords(lowerBoundBy)} it must be ${comparedTime(lowerMs)} at least: ${reasonOf(lowerBoundBy)}.`;
  if (upperBoundBy === null) return [lower];
  const most = upperMs !== null && upperMs > 0 ? `be ${comparedTime(upperMs)} at most` : null;
  const upper =
    most === null
      ? `No interval is short enough for ${objectiveWords(upperBoundBy)}: ${reasonOf(upperBoundBy)}.`
      : `For ${objectiveWords(upperBoundBy)} it may ${most}: ${reasonOf(upperBoundBy)}.`;
  return [lower, upper];
}

/** How the settings that there are do. */
function setSentence({ planned }: CheckpointView): string[] {
  const { current, proposal } = planned;
  if (current === null) return [];
  if (current.checkpoint.durationMs === null)
    return planned.feasible
      ? ['As they are set, checkpoints never end: nothing is left to upload with.']
      : [];
  const misses = current.misses.map(objectiveWords);
  const verdict =
    misses.length > 0
      ? `As it is set, it misses ${listed(misses)}`
      : planned.feasible
        ? 'As it is set, every objective holds too'
        : 'As it is set, no objective is missed';
  const costs = [current.costRatio, proposal?.costRatio ?? null];
  const [now, then] = costs;
  if (now == null || then == null || proposal?.pace?.intervalMs === current.pace?.intervalMs)
    return [`${verdict}.`];
  return [
    `${verdict}; checkpoints, failures and catching up make the job unavailable for ${percent(now, 2)} of the time, and for ${percent(then, 2)} as proposed.`,
  ];
}

const RESOURCES: Readonly<
  Record<
    PlanCheckpointing['needs'][number]['resource'],
    { readonly name: string; readonly unit: 'bytesPerSecond' | 'perSecond'; readonly step: string }
  >
> = {
  uploadBytesPerSecond: {
    name: 'Upload of one machine',
    unit: 'bytesPerSecond',
    step: 'need.upload.rate',
  },
  capacityRecordsPerSecond: {
    name: 'Records that the job works through',
    unit: 'perSecond',
    step: 'need.capacity.records',
  },
  networkOutBytesPerSecond: {
    name: 'Network out of one machine',
    unit: 'bytesPerSecond',
    step: 'need.networkOutBytesPerSecond',
  },
  networkInBytesPerSecond: {
    name: 'Network in of one machine',
    unit: 'bytesPerSecond',
    step: 'need.networkInBytesPerSecond',
  },
};

function needsTable(view: CheckpointView): Html | null {
  const { needs, steps } = view.planned;
  const stepOfHave = (resource: string, have: number): string =>
    resource === 'capacityRecordsPerSecond'
      ? 'checkpoint.capacityRecords'
      : (steps.find(({ key, value }) => key.startsWith('upload.') && value === have)?.key ?? '');
  if (needs.length === 0) return null;
  return html`<table class="ledger needs"><caption><b>Which capacity would make one feasible</b><span>Each alone.</span></caption>
<thead><tr><th scope="col">Capacity</th><th scope="col">There is</th><th scope="col">Needed</th></tr></thead>
<tbody>
${needs.map(({ resource, have, need, reason }) => {
  const { name, unit, step } = RESOURCES[resource];
  return html`<tr><th scope="row">${name}<span class="by">${sentence(reason)}.</span></th><td>${dataOf(view, ['tuning', stepOfHave(resource, have)], have, figure(unit, have))}</td><td>${need === null ? 'no amount' : dataOf(view, ['tuning', step], need, figure(unit, need))}</td></tr>
`;
})}</tbody></table>
`;
}

/** The weakest figure that the answer rests on. */
function firmness(view: CheckpointView): Html | null {
  const { planned, capacity } = view;
  const { lowerBoundBy, upperBoundBy } = planned.feasibleInterval;
  const binding = [lowerBoundBy, upperBoundBy].flatMap((objective) =>
    objective === null ? [] : (boundStep(planned, objective) ?? []),
  );
  const roots = planned.chosenBy === 'streamingOptimum' ? [...binding, 'optimum.approximate'] : binding;
  const weakest = weakestOf(roots, [...planned.steps, ...capacity.steps]);
  if (weakest === null || (weakest.evidence !== 'heuristic' && weakest.evidence !== 'unverified'))
    return null;
  const { step, evidence } = weakest;
  const label = uncapitalized(view.checkpointing.stepOf('tuning', step.key)?.label ?? step.label);
  const text = view.anchors.idOf(view.checkpointing.keyOf('tuning', step.key));
  const link =
    text === undefined
      ? view.anchors.why(step.key, label)
      : html`<a class="why" href="#${text}">${label}</a>`;
  return html`<p class="aside-note"><b>Weakest figure</b> that it rests on: ${badge(evidence)} ${link}, ${step.unit === 'ms' ? comparedTime(step.value) : figure(step.unit, step.value)}.</p>
`;
}

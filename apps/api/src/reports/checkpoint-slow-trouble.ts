import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf } from './checkpoint-figures.js';
import type { CheckpointPart } from './checkpoint-steps.js';
import { duration, figure } from './figures.js';
import { shortOwner } from './flow-kinds.js';
import { type Html, html } from './html.js';

type SlowTrouble = PlanCheckpointing['slowTrouble'];
type Estimate = NonNullable<NonNullable<SlowTrouble['metaspace']>['growthBytesPerSecond']>;

/** Trouble that takes days to show: windows that a stalled watermark would keep, and what observed series say. */
export function checkpointSlowTrouble(view: CheckpointView): Html | null {
  const { windows, checkpointGrowth, metaspace } = view.planned.slowTrouble;
  const parts = [
    ...windows.flatMap((window, at) => stalledWindows(window, at, view) ?? []).slice(0, MOST_WINDOWS),
    ...(checkpointGrowth === null ? [] : [growthOf(checkpointGrowth, view)]),
    ...(metaspace === null ? [] : [metaspaceOf(metaspace, view)]),
  ];
  if (parts.length === 0) return null;
  return html`<h3>What takes days to show</h3>
<dl class="ck-slow">${parts}</dl>
`;
}

/** Windows of a large job are much alike. */
const MOST_WINDOWS = 6;

const entry = (name: string, ...said: readonly (Html | string | null | false)[]): Html =>
  html`<div><dt>${name}</dt><dd>${said}</dd></div>
`;

function stalledWindows(
  { operator, stalled }: SlowTrouble['windows'][number],
  at: number,
  view: CheckpointView,
): Html | null {
  if (stalled === null) return null;
  const { growthBytesPerSecond: growth } = stalled;
  const text = dataOf(
    view,
    [`windows.${at}`, 'windowsKept.stalledGrowth'],
    growth,
    figure('bytesPerSecond', growth),
  );
  return entry(
    `A stalled watermark, ${shortOwner(operator)}`,
    html`While the watermark stands, windows stay and the state grows by ${text}. An idle source needs <code>withIdleness</code>.`,
  );
}

const growing = (
  part: CheckpointPart,
  key: string,
  { value, low, high }: Estimate,
  view: CheckpointView,
): Html =>
  html`${dataOf(view, [part, key], value, figure('bytesPerSecond', value))} (95${'\u202f'}%: ${figure('bytesPerSecond', low)} to ${figure('bytesPerSecond', high)})`;

function growthOf(growth: NonNullable<SlowTrouble['checkpointGrowth']>, view: CheckpointView): Html {
  const { observed, remarks } = growth;
  if (observed === null) return entry('Size of checkpoints', 'Nothing was observed.');
  const rate = growing('checkpointGrowth', 'windowsKept.growth', observed.growthBytesPerSecond, view);
  return observed.verdict === 'GROWING'
    ? entry('Checkpoints grow', html`By ${rate}. ${remarks[0] ?? ''}`)
    : entry('Checkpoints do not grow', html`What was observed cannot be told from no growth: ${rate}.`);
}

function metaspaceOf(metaspace: NonNullable<SlowTrouble['metaspace']>, view: CheckpointView): Html {
  const { verdict, growthBytesPerSecond, leakBytesPerSubmission, restartEveryMs, oomAfterMs } = metaspace;
  const rate =
    growthBytesPerSecond !== null
      ? html`by ${growing('metaspace', 'metaspace.growth', growthBytesPerSecond, view)}`
      : leakBytesPerSubmission !== null &&
        html`by ${figure('bytes', leakBytesPerSubmission.value)} with each job that is submitted`;
  if (verdict === 'NO_LEAK')
    return entry('Metaspace does not leak', html`What was observed cannot be told from no growth.`);
  return entry(
    'Metaspace leaks',
    html`It grows ${rate}.`,
    oomAfterMs !== null &&
      html` From a start to an OutOfMemoryError it takes ${dataOf(view, ['metaspace', 'metaspace.oomAfter'], oomAfterMs, duration(oomAfterMs))}.`,
    restartEveryMs !== null &&
      html` Until the leak is mended, restart the process each ${dataOf(view, ['metaspace', 'metaspace.restartEvery'], restartEveryMs, duration(restartEveryMs))}.`,
  );
}

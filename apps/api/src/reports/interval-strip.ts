import { duration, sentence, spelledDuration } from './figures.js';
import { type Html, html } from './html.js';
import { type Lane, lanesOf, startOfCheckpoint } from './interval-lanes.js';
import { ledgerView } from './ledger-view.js';
import { percent } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { resourceName } from './resource-words.js';
import { inScale, scaleFor, withUnit } from './scales.js';
import { spanOf } from './span.js';
import { axisTicks } from './time-axis.js';

/** What comes in bursts, over the longest slide or checkpoint interval. null: nothing of this job does. */
export function intervalSection(view: PlanView): Html | null {
  const span = spanOf(view.capacity);
  const lanes = span === null ? [] : lanesOf(view, span);
  if (span === null || lanes.length === 0) return null;
  return html`<section class="wide" aria-labelledby="minute">
<h2 id="minute">${sentence(spelledDuration(span))} of a machine</h2>
<p class="lead">${leadOf(view)}</p>
<figure class="minute" aria-labelledby="minute">${lanes.map((lane) => laneRow(lane, span))}${axisRow(span)}</figure>
</section>
`;
}

function leadOf(view: PlanView): string {
  const { operators, checkpoint } = view.capacity;
  const fires = operators.some((operator) => operator.firing !== null);
  const parts = ['Per machine.'];
  if (fires) parts.push('Emission starts when a window fires.');
  if (checkpoint !== null) {
    const start = startOfCheckpoint(checkpoint);
    parts.push(
      `Where the checkpoint falls depends on when the job started, here at ${start === 0 ? 'the beginning' : duration(start)}.`,
    );
  }
  const text = parts.join(' ').replace('fires. Where the', 'fires; where the');
  return [text, ...peakSentences(view)].join(' ');
}

/** By how much an emission raises a ledger while it drains. */
const peakSentences = (view: PlanView): string[] =>
  (['networkIn', 'networkOut'] as const).flatMap((resource) => {
    const ledger = ledgerView(view.capacity.perMachine, resource);
    if (ledger === undefined || ledger.peakMs === 0 || ledger.peak <= ledger.load * (1 + 1e-9)) return [];
    const scale = scaleFor(ledger.measure, ledger.peak);
    const share =
      ledger.capacity === null ? '' : `, ${percent(ledger.peak / ledger.capacity)} of its capacity,`;
    return [
      `${sentence(resourceName(resource))} then peaks at ${withUnit(inScale(ledger.peak, scale), scale.name)}${share} for ${duration(ledger.peakMs)}.`,
    ];
  });

const pc = (share: number): string => `${(share * 100).toFixed(3)}%`;
/** More bars than this would be a grey band: they are drawn as one, as high as their share of the time. */
const MOST_BARS = 60;

function laneRow(lane: Lane, span: number): Html {
  return html`<div class="lane"><div class="what"><b>${lane.name}</b><span>${lane.says}</span></div><svg role="img" aria-label="${lane.title}">${barsOf(lane, span)}</svg></div>`;
}

function barsOf(lane: Lane, span: number): Html {
  const { start, length, every, kind, text } = lane;
  if (length === null) return html`<text x="0" y="50%" dy="4.5">${text}</text>`;
  const name = kind === 'talk' ? 'talkbar' : `f-${kind}`;
  const count = Math.max(1, Math.floor(span / every + 1e-9));
  if (count > MOST_BARS) {
    const share = Math.min(length / every, 1);
    return html`<rect class="talkbar" x="0" y="20%" width="100%" height="60%"/><rect class="${name}" x="0" y="${pc(0.8 - 0.6 * share)}" width="100%" height="${pc(0.6 * share)}"/><text x="0" y="50%" dx="10" dy="4.5">${text}</text>`;
  }
  const bars = Array.from({ length: count }, (_, nth) => {
    const from = Math.min((start + nth * every) / span, 1);
    const wide = Math.min(Math.min(length, every) / span, 1 - from);
    return html`<rect class="${name}" x="${pc(from)}" y="20%" width="${pc(wide)}" height="60%"/>`;
  });
  return html`${bars}${labelOf(lane, span)}`;
}

/** Beside the first bar; within it where it reaches far to the right, and over the strip where there are many. */
function labelOf({ start, length, every, text }: Lane, span: number): Html {
  const end = (start + Math.min(length ?? 0, every)) / span;
  const next = (start + every) / span;
  const room = Math.min(next, 1) - end;
  if (room >= 0.16) return html`<text x="${pc(end)}" y="50%" dx="8" dy="4.5">${text}</text>`;
  if (end - start / span >= 0.16)
    return html`<text x="${pc(start / span)}" y="50%" dx="10" dy="4.5">${text}</text>`;
  return html`<text class="over-strip" x="${pc(start / span)}" y="20%" dy="-3">${text}</text>`;
}

const axisRow = (span: number): Html =>
  html`<div class="lane axis"><div class="what"></div><svg aria-hidden="true">${axisTicks(span).map(
    ({ at, text }) =>
      html`<line class="tick" x1="${pc(at)}" x2="${pc(at)}" y1="0" y2="6"/><text class="ax${at === 0 ? ' s' : at === 1 ? ' e' : ''}" x="${pc(at)}" y="21">${text}</text>`,
  )}</svg></div>`;

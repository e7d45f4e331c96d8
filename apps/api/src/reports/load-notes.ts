import type { WeakestInput } from '@plimsoll/planner';
import { badge } from './evidence-badge.js';
import { figure, numbered, roundedMargin } from './figures.js';
import { type Html, html } from './html.js';
import { NARROW, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { inScale, scaleFor } from './scales.js';

/** What stands beside the ledgers: the talk's own sum, and the input that the answer rests on most and knows least of. */
export const notesOf = (view: PlanView): Html => html`${talkNote(view)}${weakestNote(view)}`;

function talkNote(view: PlanView): Html | null {
  const talk = view.talk ?? (view.capacity.model === 'talk' ? view.capacity : null);
  const total = talk?.cluster.talkRoundedTotalBytesPerSecond ?? null;
  if (talk === null || total === null) return null;
  const into = talk.perMachine.networkIn?.bytesPerSecond ?? 0;
  const out = talk.perMachine.networkOut?.bytesPerSecond ?? 0;
  const scale = scaleFor('bytesPerSecond', Math.max(into, out));
  const unit = scale.name === 'MB/s' ? '' : ` ${scale.name}`;
  return html`<p class="aside-note"><b>The talk “Keep it going”:</b> by its own arithmetic ${inScale(into, scale)} in, ${inScale(out, scale)} out${unit}. Over the network cards of machines, Kafka and disks it adds up to ${figure('bytesPerSecond', total)} = ${plain((total * 8) / 1e9)}${NARROW}Gbit/s.</p>
`;
}

function weakestNote(view: PlanView): Html | null {
  const { weakest } = view;
  if (weakest === null) return null;
  const value = (text: string) => view.anchors.why(weakest.stepKey, text);
  return html`<p class="aside-note"><b>Weakest input:</b> ${badge(weakest.evidence)} ${saidOf(weakest, value)}. ${marginOf(weakest, view)}</p>
`;
}

const saidOf = (weakest: WeakestInput, value: (text: string) => Html): Html => {
  const shown = value(figure(weakest.unit, weakest.value));
  return weakest.parameterId === 'state.snapshotExpansion'
    ? html`a snapshot takes ${shown} times the bytes of its entries`
    : html`${weakest.name} is taken as ${shown}`;
};

/** What would have to be true of it for the verdict to turn. */
function marginOf(weakest: WeakestInput, { capacity }: PlanView): string {
  const machines = numbered(capacity.machines, 'machine');
  if (weakest.margin === null) return 'From a hundredth to a hundredfold of it the verdict stays.';
  const margin = roundedMargin(weakest.unit, weakest.margin);
  const way = weakest.margin > weakest.value ? 'Up' : 'Down';
  if (capacity.fits) return `${way} to ${margin} the ${machines} stay below the line.`;
  return `At ${margin} the ${machines} would come down to the line.`;
}

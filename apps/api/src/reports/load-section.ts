import type { Resource } from '@plimsoll/planner';
import { numbered, sentence, spelledDuration } from './figures.js';
import { type Html, html } from './html.js';
import { drawHull } from './hull.js';
import { isDrawable } from './hull-words.js';
import { largestTotal, ledgerTable } from './ledger-table.js';
import { type LedgerView, ledgerView } from './ledger-view.js';
import { notesOf } from './load-notes.js';
import { machineSpread } from './machine-spread.js';
import type { PlanView } from './plan-view.js';
import { VESSELS } from './resource-words.js';
import { scaleFor } from './scales.js';
import { spanOf } from './span.js';

/** The load of one machine: each vessel with its ledgers beside. A load without a given capacity has its ledger only. */
export function loadSection(view: PlanView): Html {
  const vessels = VESSELS.map((resources) => vesselOf(resources, view)).filter((vessel) => vessel.length > 0);
  return html`<section class="load" aria-labelledby="load">
<h2 class="vh" id="load">Load of one machine</h2>
${vessels.map((ledgers, at) => vesselRow(ledgers, view, at === 0))}</section>
`;
}

const vesselOf = (resources: readonly Resource[], view: PlanView): LedgerView[] =>
  resources.flatMap((resource) => ledgerView(view.capacity.perMachine, resource) ?? []);

function vesselRow(ledgers: readonly LedgerView[], view: PlanView, first: boolean): Html {
  const drawable = ledgers.filter(isDrawable);
  const measure = ledgers[0]?.measure ?? 'bytes';
  const scale = scaleFor(measure, largestTotal(ledgers, view.talk));
  const subject = isUneven(view) ? 'the fullest machine' : 'each machine';
  const tables = ledgers.map((ledger, at) =>
    ledgerTable(ledger, view, { scale, subject, first: first && at === 0 }),
  );
  const notes = first ? html`${machineSpread(view)}${notesOf(view)}` : null;
  if (drawable.length === 0)
    return html`<div class="${tables.length > 1 ? 'bare pair' : 'bare'}">${tables}${notes}</div>
`;
  const hull = drawHull(drawable, {
    id: `v-${drawable[0]?.resource.toLowerCase()}`,
    target: view.capacity.targetUtilization,
    talk: view.talk,
    high: first,
  });
  return html`<figure class="${drawable.length > 1 ? 'vessel' : 'vessel single'}">
${hull.svg}
<figcaption>${captionOf(view, hull.unit)}${hull.remarks.map((remark) => ` ${remark}`)}</figcaption>
</figure>
<div>
${tables}${notes}</div>
`;
}

export const isUneven = (view: PlanView): boolean => view.capacity.cluster.spread.length > 1;

function captionOf(view: PlanView, unit: string): string {
  const { machines } = view.capacity;
  const which =
    machines === 1
      ? 'The one machine'
      : isUneven(view)
        ? `The fullest of ${numbered(machines, 'machine')}`
        : `One of ${numbered(machines, 'machine')}, all loaded alike`;
  const span = spanOf(view.capacity);
  const over = span === null ? 'on average' : `average over ${articled(spelledDuration(span))}`;
  return `${which}. ${sentence(unit)}, ${over}.`;
}

/** `a minute`, `an hour`, `five minutes`. */
const articled = (span: string): string => span.replace(/^one (?=h)/, 'an ').replace(/^one /, 'a ');

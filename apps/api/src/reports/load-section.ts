import type { Resource } from '@plimsoll/planner';
import { numbered, spelledDuration } from './figures.js';
import { type Html, html } from './html.js';
import { drawHull } from './hull.js';
import { isDrawable } from './hull-words.js';
import { largestTotal, ledgerTable } from './ledger-table.js';
import { type LedgerView, ledgerView } from './ledger-view.js';
import { notesOf } from './load-notes.js';
import { machineSpread } from './machine-spread.js';
import type { PlanView } from './plan-view.js';
import { VESSELS } from './resource-words.js';
import { type Scale, scaleFor, unitHead } from './scales.js';
import { spanOf } from './span.js';

/** The load of one machine: each vessel with its ledgers beside. A load without a given capacity has its ledger only. */
export function loadSection(view: PlanView): Html {
  const vessels = VESSELS.map((resources) => vesselOf(resources, view)).filter((vessel) => vessel.length > 0);
  return html`<section class="load" aria-labelledby="load">
<h2 class="vh" id="load">Load of one machine</h2>
${rowsOf(vessels).map((row, at) => (row.some(isDrawable) ? vesselRow(row, view, at === 0) : bareRow(row, view, at === 0)))}</section>
`;
}

const vesselOf = (resources: readonly Resource[], view: PlanView): LedgerView[] =>
  resources.flatMap((resource) => ledgerView(view.capacity.perMachine, resource) ?? []);

/** The vessel of the networks is the one that most plans turn on. */
const HIGH = 550;

/** Ledgers that stand in one row: those of a vessel that is drawn, or neighbouring ones that have no drawing. */
function rowsOf(vessels: readonly (readonly LedgerView[])[]): (readonly LedgerView[])[] {
  const rows: (readonly LedgerView[])[] = [];
  for (const vessel of vessels) {
    const before = rows.at(-1);
    const bare = !vessel.some(isDrawable);
    if (bare && before !== undefined && !before.some(isDrawable))
      rows[rows.length - 1] = [...before, ...vessel];
    else rows.push(vessel);
  }
  return rows;
}

const notesBeside = (view: PlanView, first: boolean): Html | null =>
  first ? html`${machineSpread(view)}${notesOf(view)}` : null;

const subjectOf = (view: PlanView): string => (isUneven(view) ? 'the fullest machine' : 'each machine');

const bareRow = (
  ledgers: readonly LedgerView[],
  view: PlanView,
  first: boolean,
): Html => html`<div class="bare">${ledgers.map((ledger, at) => {
  const scale = scaleFor(ledger.measure, largestTotal([ledger], view.talk));
  return html`<div>${ledgerTable(ledger, view, { scale, subject: subjectOf(view), first: first && at === 0 })}</div>`;
})}${first && html`<div>${notesBeside(view, first)}</div>`}</div>
`;

function vesselRow(ledgers: readonly LedgerView[], view: PlanView, first: boolean): Html {
  const drawable = ledgers.filter(isDrawable);
  const scale = scaleFor(ledgers[0]?.measure ?? 'bytes', largestTotal(ledgers, view.talk));
  const tables = ledgers.map((ledger, at) =>
    ledgerTable(ledger, view, { scale, subject: subjectOf(view), first: first && at === 0 }),
  );
  const notes = notesBeside(view, first);
  const hull = drawHull(drawable, {
    id: `v-${drawable[0]?.resource.toLowerCase()}`,
    target: view.capacity.targetUtilization,
    talk: view.talk,
    height: first ? HIGH : drawable.length > 1 ? 330 : 220,
  });
  return html`<figure class="${drawable.length > 1 ? 'vessel' : 'vessel single'}">
${hull.svg}
<figcaption>${captionOf(view, hull.scale, ledgers[0]?.measure === 'bytes')}${hull.remarks.map((remark) => ` ${remark}`)}</figcaption>
</figure>
<div>
${tables}${notes}</div>
`;
}

export const isUneven = (view: PlanView): boolean => view.capacity.cluster.spread.length > 1;

/** Bytes are held, all else comes and goes. */
function captionOf(view: PlanView, scale: Scale, stock: boolean): string {
  const { machines } = view.capacity;
  const which =
    machines === 1
      ? 'The one machine'
      : isUneven(view)
        ? `The fullest of ${numbered(machines, 'machine')}`
        : `One of ${numbered(machines, 'machine')}, all loaded alike`;
  const span = spanOf(view.capacity);
  const over = span === null ? 'on average' : `average over ${articled(spelledDuration(span))}`;
  return stock ? `${which}. ${unitHead(scale)}.` : `${which}. ${unitHead(scale)}, ${over}.`;
}

/** `a minute`, `an hour`, `five minutes`. */
const articled = (span: string): string => span.replace(/^one (?=h)/, 'an ').replace(/^one /, 'a ');

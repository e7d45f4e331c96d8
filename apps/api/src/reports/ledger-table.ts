import type { CapacityPlan } from '@plimsoll/planner';
import { figure, sentence } from './figures.js';
import { type FlowKind, kindOfFlow, ownerOfFlow, shortOwner } from './flow-kinds.js';
import { type Html, html } from './html.js';
import { type LedgerRow, ledgerRows } from './ledger-rows.js';
import { type LedgerView, ledgerView } from './ledger-view.js';
import { isOver } from './load-line.js';
import { percent } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { RESOURCE_WORDS, resourceName } from './resource-words.js';
import { inColumn, type Scale, unitHead } from './scales.js';

export interface LedgerAbout {
  /** The unit of the table, named once in its head. */
  readonly scale: Scale;
  /** `each machine`, or `the fullest machine` where they differ. */
  readonly subject: string;
  /** The first table says how to ask for a why. */
  readonly first: boolean;
}

/** A ledger as a table: its flows along the dataflow, each with the total so far, its share and what the talk counts. */
export function ledgerTable(ledger: LedgerView, view: PlanView, about: LedgerAbout): Html {
  const { scale } = about;
  const { capacity } = ledger;
  const withTalk = view.talk !== null;
  const talk = view.talk === null ? undefined : ledgerView(view.talk.perMachine, ledger.resource);
  const rows = ledgerRows(ledger, talk ?? null);
  const owners = new Set(rows.map(nameOf)).size < rows.length;
  const name = sentence(resourceName(ledger.resource));
  const amount = (value: number, step: string): Html =>
    html`<data value="${value}">${view.anchors.why(step, inColumn(value, scale))}</data>`;
  const over = isOver(ledger.utilization, view.capacity.targetUtilization);

  return html`<table class="ledger"><caption><b>${name}</b><span>${captionOf(ledger, about)}</span></caption>
<colgroup><col><col class="c-n"><col class="c-n">${capacity !== null && html`<col class="c-s">`}${withTalk && html`<col class="c-n">`}</colgroup>
<thead><tr><th scope="col">Flow, per machine</th><th scope="col">${unitHead(scale)}</th><th scope="col">Running total</th>${capacity !== null && html`<th scope="col">Share</th>`}${withTalk && html`<th scope="col">The talk</th>`}</tr></thead>
<tbody>
${rows.map(rowOf)}</tbody>
<tfoot><tr><th scope="row">${name}</th><td>${amount(ledger.load, ledger.step)}</td><td></td>${
    capacity !== null && html`<td${over && html` class="past"`}>${percent(ledger.utilization ?? 0)}</td>`
  }${withTalk && html`<td class="talk">${figureOrDash(talk?.load)}</td>`}</tr></tfoot></table>
`;

  function rowOf(row: LedgerRow): Html {
    return html`<tr><th scope="row">${swatch(kindOf(row))}${nameOf(row)}${owners && ownerOf(row)}</th><td>${
      row.value === undefined ? NOT_COUNTED : amount(row.value, row.step ?? '')
    }</td><td>${row.running !== undefined && inColumn(row.running, scale)}</td>${
      capacity !== null && html`<td>${row.value !== undefined && percent(row.value / capacity)}</td>`
    }${withTalk && html`<td class="talk">${figureOrDash(row.talk)}</td>`}</tr>
`;
  }

  function figureOrDash(value: number | undefined): Html | string {
    return value === undefined ? NOT_COUNTED : inColumn(value, scale);
  }
}

const NOT_COUNTED = html`<span class="vh">not counted</span><span aria-hidden="true">–</span>`;

const swatch = (kind: FlowKind): Html => html`<span class="sw ${kind}"></span>`;

const kindOf = ({ id, label }: LedgerRow): FlowKind =>
  id === undefined ? 'other' : kindOfFlow({ id, label }).kind;

const nameOf = ({ id, label }: LedgerRow): string =>
  id === undefined ? label : kindOfFlow({ id, label }).name;

/** Where several flows are of one kind the operator or edge stands beside. */
function ownerOf({ id }: LedgerRow): Html | null {
  const owner = id === undefined ? '' : ownerOfFlow({ id });
  return owner === '' ? null : html` <span class="owner">${shortOwner(owner)}</span>`;
}

function captionOf(ledger: LedgerView, about: LedgerAbout): string {
  const sentences = [`What ${about.subject} ${RESOURCE_WORDS[ledger.resource].does}.`];
  if (ledger.capacity === null) sentences.push('Its capacity is not given.');
  else sentences.push(`Share is of ${figure(ledger.measure, ledger.capacity)}.`);
  if (about.first) sentences.push('A dotted figure leads to its why.');
  return sentences.join(' ');
}

/** The largest total of the ledgers, the talk's beside: by it the unit of their tables is chosen. */
export const largestTotal = (ledgers: readonly LedgerView[], talk: CapacityPlan | null): number =>
  Math.max(
    0,
    ...ledgers.map((ledger) => ledger.load),
    ...ledgers.map((ledger) =>
      talk === null ? 0 : (ledgerView(talk.perMachine, ledger.resource)?.load ?? 0),
    ),
  );

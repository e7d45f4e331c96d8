import type { CapacityPlan } from '@plimsoll/planner';
import { figure, sentence } from './figures.js';
import { type FlowKind, kindOfFlow, ownerOfFlow, shortOwner } from './flow-kinds.js';
import { type Html, html } from './html.js';
import { type FlowView, type LedgerView, ledgerView } from './ledger-view.js';
import { isOver } from './load-line.js';
import { percent } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { RESOURCE_WORDS, resourceName } from './resource-words.js';
import { inColumn, type Scale } from './scales.js';

export interface LedgerAbout {
  /** The unit of the table, named once in its head. */
  readonly scale: Scale;
  /** `each machine`, or `the fullest machine` where they differ. */
  readonly subject: string;
  /** The first table says how to ask for a why. */
  readonly first: boolean;
}

interface Row {
  readonly flow: Omit<FlowView, 'running' | 'step' | 'value'> & Partial<FlowView>;
  readonly talk: number | undefined;
}

/** A ledger as a table: its flows along the dataflow, each with the total so far, its share and what the talk counts. */
export function ledgerTable(ledger: LedgerView, view: PlanView, about: LedgerAbout): Html {
  const { scale } = about;
  const talk = view.talk === null ? undefined : (ledgerView(view.talk.perMachine, ledger.resource) ?? null);
  const rows = rowsOf(ledger, talk ?? null);
  const owners = new Set(rows.map(({ flow }) => kindOfFlow(flow).name)).size < rows.length;
  const { capacity } = ledger;
  const cells = (
    row: Row,
  ): Html => html`<tr><th scope="row">${swatch(kindOfFlow(row.flow).kind)}${nameOf(row.flow, owners)}</th><td>${
    row.flow.value === undefined
      ? NOT_COUNTED
      : html`<data value="${row.flow.value}">${view.anchors.why(row.flow.step ?? '', inColumn(row.flow.value, scale))}</data>`
  }</td><td>${row.flow.running === undefined ? '' : inColumn(row.flow.running, scale)}</td>${
    capacity !== null &&
    html`<td>${row.flow.value === undefined ? '' : percent(row.flow.value / capacity)}</td>`
  }${talk !== undefined && html`<td class="talk">${row.talk === undefined ? NOT_COUNTED : inColumn(row.talk, scale)}</td>`}</tr>
`;
  const over = isOver(ledger.utilization, view.capacity.targetUtilization);
  return html`<table class="ledger"><caption><b>${sentence(resourceName(ledger.resource))}</b><span>${captionOf(ledger, about)}</span></caption><colgroup><col><col class="c-n"><col class="c-n">${capacity !== null && html`<col class="c-s">`}${talk !== undefined && html`<col class="c-n">`}</colgroup><thead><tr><th scope="col">Flow, per machine</th><th scope="col">${sentence(scale.name)}</th><th scope="col">Running total</th>${capacity !== null && html`<th scope="col">Share</th>`}${talk !== undefined && html`<th scope="col">The talk</th>`}</tr></thead><tbody>
${rows.map(cells)}</tbody><tfoot><tr><th scope="row">${sentence(resourceName(ledger.resource))}</th><td><data value="${ledger.load}">${view.anchors.why(ledger.step, inColumn(ledger.load, scale))}</data></td><td></td>${
    capacity !== null &&
    html`<td${over && html` class="past"`}>${percent(ledger.utilization ?? ledger.load / capacity)}</td>`
  }${talk !== undefined && html`<td class="talk">${talk === null ? NOT_COUNTED : inColumn(talk.load, scale)}</td>`}</tr></tfoot></table>
`;
}

const NOT_COUNTED = html`<span aria-hidden="true">–</span><span class="vh">not counted</span>`;

const swatch = (kind: FlowKind): Html => html`<span class="sw ${kind}"></span>`;

/** Where several flows are of one kind the operator or edge stands beside. */
function nameOf(flow: Row['flow'], owners: boolean): Html {
  const owner = ownerOfFlow(flow);
  const { name } = kindOfFlow(flow);
  return owners && owner !== ''
    ? html`${name} <span class="owner">${shortOwner(owner)}</span>`
    : html`${name}`;
}

/** The plan's flows; then those that only the talk has. */
function rowsOf(ledger: LedgerView, talk: LedgerView | null): Row[] {
  const byId = new Map(talk?.flows.map((flow) => [flow.id, flow.value]));
  const own = new Set(ledger.flows.map((flow) => flow.id));
  const rows: Row[] = ledger.flows.map((flow) => ({ flow, talk: byId.get(flow.id) }));
  for (const { id, label, value } of talk?.flows ?? []) {
    if (!own.has(id)) rows.push({ flow: { id, label }, talk: value });
  }
  return rows;
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

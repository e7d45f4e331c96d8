import type { Alternative, CapacityPlan } from '@plimsoll/planner';
import { type Html, html } from './html.js';
import { ledgerView } from './ledger-view.js';
import { isOver } from './load-line.js';
import { percent, percentPlain, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { resourceName } from './resource-words.js';
import { inColumn, inScale, type Scale, scaleFor, withUnit } from './scales.js';
import { dotRow, utilizationAxis } from './utilization-dots.js';

/** What neighbouring numbers of machines would carry, on one axis, each with its verdict. */
export function machineCounts(view: PlanView): Html | null {
  const { capacity } = view;
  const rows = rowsOf(capacity);
  const scale = scaleFor(
    'bytesPerSecond',
    Math.max(...rows.flatMap((row) => [row.networkInBytesPerSecond, row.networkOutBytesPerSecond])),
  );
  const shares = rows.flatMap((row) => [row.networkInUtilization, row.networkOutUtilization]);
  const axis = utilizationAxis(shares, capacity.targetUtilization);
  return html`<section class="wide" aria-labelledby="counts">
<h2 id="counts">How many machines</h2>
<div class="counts-wrap"><table class="counts"><caption><span>${smallestOf(capacity)}</span></caption><thead><tr><th scope="col">Machines</th><th scope="col">Network in, ${scale.name}</th><th scope="col">Network out, ${scale.name}</th><th scope="col" class="dot">${axis.head}</th><th scope="col" class="l">Binds</th><th scope="col" class="l">Verdict</th></tr></thead><tbody>
${rows.map((row) => countRow(row, capacity, scale, axis))}</tbody></table><p class="keyline dots"><svg viewBox="0 0 12 12" aria-hidden="true"><circle class="d-in" cx="6" cy="6" r="5.4"/></svg>network in &ensp; <svg viewBox="0 0 12 12" aria-hidden="true"><circle class="d-out" cx="6" cy="6" r="4.8"/></svg>network out &ensp; lines: load line at ${percentPlain(capacity.targetUtilization)}, capacity at ${percentPlain(1)}</p></div>
</section>
`;
}

/** The counts that the planner tried beside this one; where it left this one out, it stands among them all the same. */
function rowsOf(capacity: CapacityPlan): Alternative[] {
  const own = capacity.alternatives.some((row) => row.machines === capacity.machines);
  const into = capacity.perMachine.networkIn;
  const out = capacity.perMachine.networkOut;
  const rows = own
    ? capacity.alternatives
    : [
        ...capacity.alternatives,
        {
          machines: capacity.machines,
          fits: capacity.fits,
          bottleneck: capacity.bottleneck,
          networkInBytesPerSecond: into?.bytesPerSecond ?? 0,
          networkInUtilization: into?.utilization ?? 0,
          networkOutBytesPerSecond: out?.bytesPerSecond ?? 0,
          networkOutUtilization: out?.utilization ?? 0,
        },
      ];
  return [...rows].sort((one, other) => one.machines - other.machines);
}

function smallestOf({ smallest, targetUtilization }: CapacityPlan): string {
  const line = percentPlain(targetUtilization);
  return smallest.machines === null
    ? `Load per machine. No number of machines fits the load line of ${line}.`
    : `Load per machine. Smallest number that fits the load line of ${line}: ${plain(smallest.machines)}.`;
}

function countRow(
  row: Alternative,
  capacity: CapacityPlan,
  scale: Scale,
  axis: ReturnType<typeof utilizationAxis>,
): Html {
  const pick = row.machines === capacity.machines;
  const share = (utilization: number) =>
    html`<span class="${isOver(utilization, capacity.targetUtilization) ? 'pc past' : 'pc'}">${percent(utilization)}</span>`;
  const verdict = verdictOf(row, capacity);
  return html`<tr${pick && html` class="pick"`}><th scope="row">${plain(row.machines)}</th><td>${inColumn(row.networkInBytesPerSecond, scale)} ${share(row.networkInUtilization)}</td><td>${inColumn(row.networkOutBytesPerSecond, scale)} ${share(row.networkOutUtilization)}</td><td class="dot">${dotRow(row.networkInUtilization, row.networkOutUtilization, axis)}</td><td class="l">${bindingOf(row)}</td><td class="l">${pick ? html`<b>${verdict}</b>` : verdict}</td></tr>
`;
}

/** What binds; its share too, unless that stands in a column of its own. */
function bindingOf({ bottleneck }: Alternative): string {
  if (bottleneck === null || bottleneck.utilization === 0) return 'nothing';
  const { resource, utilization } = bottleneck;
  const name = resourceName(resource);
  return resource === 'networkIn' || resource === 'networkOut' ? name : `${name} ${percent(utilization)}`;
}

/** The verdict is a word with its distance. */
function verdictOf(row: Alternative, capacity: CapacityPlan): Html {
  if (row.fits) return html`${row.machines === capacity.smallest.machines ? 'smallest that fits' : 'fits'}`;
  const { bottleneck } = row;
  if (bottleneck === null) return html`does not fit`;
  const ledger = ledgerView(capacity.perMachine, bottleneck.resource);
  if (ledger === undefined || ledger.capacity === null) return html`over the line`;
  const beyond = bottleneck.utilization > 1 ? 1 : capacity.targetUtilization;
  const scale = scaleFor(ledger.measure, ledger.capacity);
  const distance = inScale((bottleneck.utilization - beyond) * ledger.capacity, scale);
  return html`over ${beyond === 1 ? 'capacity' : 'the line'} by ${distance}<span class="u">${withUnit('', scale.name)}</span>`;
}

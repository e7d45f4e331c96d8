import type { Measure } from '@plimsoll/planner';
import { figure, listed, sentence } from './figures.js';
import { type Hold, MOST_DRAWN } from './hull-geometry.js';
import type { HoldLabels } from './hull-labels.js';
import type { LedgerView } from './ledger-view.js';
import { isAt } from './load-line.js';
import { percent, percentPlain, plain } from './numbers.js';
import { resourceName } from './resource-words.js';
import { inScale, type Scale, withUnit } from './scales.js';

/** A ledger that can be drawn: its capacity is given. */
export type Drawable = LedgerView & { readonly capacity: number; readonly utilization: number };

export const isDrawable = (ledger: LedgerView): ledger is Drawable =>
  ledger.capacity !== null && ledger.capacity > 0 && ledger.utilization !== null;

/** `47.12 to the line`, `166.09 over the line`. */
export function distanceOf(ledger: Drawable, target: number, scale: Scale): string {
  const distance = target * ledger.capacity - ledger.load;
  if (isAt(ledger.utilization, target)) return 'at the line';
  return `${inScale(Math.abs(distance), scale)} ${distance > 0 ? 'to' : 'over'} the line`;
}

export function titleOf(ledgers: readonly Drawable[], target: number): string {
  const shares = ledgers.map((ledger) => `${resourceName(ledger.resource)} ${percent(ledger.utilization)}`);
  return `How full one machine is: ${shares.join(', ')}, load line at ${percentPlain(target)}`;
}

const MOST_SAID = 12;

export function descriptionOf(ledgers: readonly Drawable[], target: number, scale: Scale): string {
  const capacity = Math.max(...ledgers.map((ledger) => ledger.capacity));
  const holds =
    ledgers.length > 1
      ? 'Two holds of one hull, drawn to the same scale'
      : 'A hull of one hold, drawn to scale';
  const said = ledgers.map((ledger) => {
    const flows = ledger.flows
      .slice(0, MOST_SAID)
      .map((flow) => `${flow.label} ${inScale(flow.value, scale)}`);
    const more = ledger.flows.length - flows.length;
    if (more > 0) flows.push(`${more} more`);
    return `${sentence(resourceName(ledger.resource))}, from the bottom: ${flows.join(', ') || 'nothing'}; together ${inScale(ledger.load, scale)} of ${inScale(ledger.capacity, scale)}, ${distanceOf(ledger, target, scale)}.`;
  });
  const top = withUnit(inScale(capacity, scale), scale.name);
  return `${holds} from 0 to ${top}. ${said.join(' ')} The load line lies at ${percentPlain(target)} of the capacity. The tables beside hold the same figures.`;
}

export function remarksOf(
  holds: readonly Hold[],
  labels: readonly (HoldLabels | undefined)[],
  measure: Measure,
  marks: string | null,
): string[] {
  const remarks: string[] = [];
  const thin = labels.flatMap((label) => label?.unnamed ?? []);
  const names = thin.slice(0, 3).map(({ loads: [first], loads, value }) => {
    const name = loads.length > 1 ? `${loads.length} flows` : first?.name.toLowerCase();
    return `${name} ${figure(measure, value)}`;
  });
  if (thin.length > 3) names.push(`${plain(thin.length - 3)} more`);
  if (names.length > 0) remarks.push(`Too thin for a name: ${listed(names)}.`);
  if (holds.some((hold) => hold.cut)) remarks.push(`Drawn up to ${MOST_DRAWN} times the capacity.`);
  if (marks !== null) remarks.push(`Marks in ${marks}.`);
  return remarks;
}

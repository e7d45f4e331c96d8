import type { CapacityPlan } from '@plimsoll/planner';
import { figure, sentence } from './figures.js';
import { kindOfFlow, ownerOfFlow } from './flow-kinds.js';
import { type Html, html } from './html.js';
import { type Hold, type Load, layoutHull, type Segment } from './hull-geometry.js';
import { type HoldLabels, labelHold, width as textWidth } from './hull-labels.js';
import { draughtMarks, insideOf, loadLines, px, type Shell, wallsOf } from './hull-marks.js';
import { type Drawable, descriptionOf, distanceOf, remarksOf, titleOf } from './hull-words.js';
import { type LedgerView, ledgerView } from './ledger-view.js';
import { isOver } from './load-line.js';
import { percent, percentPlain } from './numbers.js';
import { resourceName } from './resource-words.js';
import { inScale, type Scale, scaleFor, withUnit } from './scales.js';

export interface HullDrawing {
  readonly svg: Html;
  /** The unit of the figures in it. */
  readonly scale: Scale;
  /** What the drawing could not name or show. */
  readonly remarks: readonly string[];
}

export interface HullAbout {
  /** Begins every id within the drawing. */
  readonly id: string;
  readonly target: number;
  readonly talk: CapacityPlan | null;
  /** How many pixels high the holds are drawn. */
  readonly height: number;
}

/** Where the holds of a hull stand, from left to right: first the hold itself, then its texts, figures and bracket. */
const HOLDS = [
  { x: 5, fill: 0, text: 16, value: 152, bracket: 140 },
  { x: 199, fill: 199, text: 208, value: 344, bracket: 334 },
] as const;
type Place = (typeof HOLDS)[number];
const placeOf = (at: number): Place => (at === 0 ? HOLDS[0] : HOLDS[1]);
const HOLD_WIDTH = 156;
const TOP = 92;

/** One hull with a hold for each ledger (one or two), filled to its load. */
export function drawHull(ledgers: readonly Drawable[], about: HullAbout): HullDrawing {
  const zero = TOP + about.height;
  const capacity = Math.max(...ledgers.map((ledger) => ledger.capacity));
  const measure = ledgers[0]?.measure ?? 'bytes';
  const scale = scaleFor(measure, Math.max(capacity, ...ledgers.map((ledger) => ledger.load)));
  const marks = scaleFor(measure, capacity);
  const holds = ledgers.map((ledger) => ({ capacity: ledger.capacity, loads: loadsOf(ledger) }));
  const layout = layoutHull(holds, about.target, { top: TOP, zero });
  const labels = layout.holds.map((hold, at) => {
    const ledger = ledgers[at];
    return ledger === undefined
      ? undefined
      : labelHold(hold, textsOf(ledger, at, ledgers, about, layout.y, scale));
  });
  const shell: Shell = {
    id: about.id,
    width: ledgers.length > 1 ? 360 : 204,
    top: TOP,
    zero,
    decks: layout.holds.map((hold) => hold.deck),
  };
  const fullest = (ledgers[1]?.utilization ?? 0) > (ledgers[0]?.utilization ?? 0) ? 1 : 0;
  const svg = html`<svg viewBox="0 0 ${shell.width} ${zero + 16}" role="img" aria-labelledby="${about.id}-t" aria-describedby="${about.id}-d">
<title id="${about.id}-t">${titleOf(ledgers, about.target)}</title>
<desc id="${about.id}-d">${descriptionOf(ledgers, about.target, scale)}</desc>
${insideOf(shell)}
${ledgers.map((ledger, at) => headOf(ledger, placeOf(at), about.target))}
<g clip-path="url(#${about.id}-c)">${holdsOf(shell)}
${layout.holds.map((hold, at) => hold.segments.map((segment, nth) => fillOf(segment, placeOf(at), nth === 0 ? zero + 5.5 : null)))}
</g>
${labels.map((label, at) => label && namesOf(label, placeOf(at)))}
${layout.holds.map((hold, at) => surfaceOf(hold, placeOf(at)))}
${labels.map((label, at) => label && notesOf(label, layout.holds[at], placeOf(at)))}
${wallsOf(shell)}
${draughtMarks(layout, capacity, marks, shell)}
${loadLines(
  layout.holds.map((hold) => hold.line),
  fullest,
  shell.width,
)}
${labels.map((label, at) => label && html`<text class="${label.line.onFill ? 'v-line on' : 'v-line'}" x="${placeOf(at).text}" y="${px(label.line.y)}">${label.line.text}</text>`)}
</svg>`;
  return {
    svg,
    scale,
    remarks: remarksOf(layout.holds, labels, measure, marks.name === scale.name ? null : marks.name),
  };
}

const loadsOf = (ledger: LedgerView): Load[] =>
  ledger.flows.map((flow) => {
    const { kind, name, short } = kindOfFlow(flow);
    return { id: flow.id, name, short, owner: ownerOfFlow(flow), kind, value: flow.value };
  });

function textsOf(
  ledger: Drawable,
  at: number,
  ledgers: readonly Drawable[],
  about: HullAbout,
  y: (value: number) => number,
  scale: Scale,
) {
  const alike = ledgers.every(({ capacity }) => capacity === ledger.capacity);
  const talk = about.talk === null ? undefined : ledgerView(about.talk.perMachine, ledger.resource);
  const differs = talk !== undefined && Math.abs(talk.load - ledger.load) > 1e-6 * ledger.load;
  const names = ledger.flows.filter((flow) => flow.value > 0).map((flow) => kindOfFlow(flow).name);
  const atLine = figure(ledger.measure, about.target * ledger.capacity);
  return {
    line: at === 0 ? `load line ${percentPlain(about.target)}` : atLine,
    distance: distanceOf(ledger, about.target, scale),
    deck: alike ? (at === 0 ? 'capacity' : '') : `capacity ${inScale(ledger.capacity, scale)}`,
    talk: differs ? { y: y(talk.load), text: `the talk: ${inScale(talk.load, scale)}` } : null,
    figure: (value: number) => inScale(value, scale),
    owners: new Set(names).size < names.length,
  };
}

function headOf(ledger: Drawable, place: Place, target: number): Html {
  const load = scaleFor(ledger.measure, ledger.load);
  const capacity = scaleFor(ledger.measure, ledger.capacity);
  const same = load.name === capacity.name || ledger.load === 0;
  const first = same ? inScale(ledger.load, capacity) : figure(ledger.measure, ledger.load);
  const text = `${first} of ${withUnit(inScale(ledger.capacity, capacity), capacity.name)}`;
  const share = percent(ledger.utilization);
  const size = textWidth(share) > 58 ? ' v-mid' : '';
  const over = isOver(ledger.utilization, target) ? ' over' : '';
  return html`<text class="v-head" x="${place.text}" y="13">${sentence(resourceName(ledger.resource))}</text><text class="v-big${size}${over}" x="${place.text - 1.5}" y="47">${share}</text><text class="${textWidth(text) > 146 ? 'v-head v-tight' : 'v-head'}" x="${place.text}" y="68">${text}</text>`;
}

/** The empty holds, up to their decks. */
const holdsOf = ({ decks, zero }: Shell): Html =>
  html`${decks.map((deck, at) => html`<rect class="hold" x="${at === 0 ? 0 : 180}" y="${px(deck)}" width="${decks.length > 1 ? 180 : 204}" height="${px(zero + 6 - deck)}"/>`)}`;

/** The lowest segment reaches down into the floor of the hull. */
function fillOf(segment: Segment, place: Place, floor: number | null): Html {
  const bottom = floor ?? segment.y + segment.height - 0.5;
  const kinds = new Set(segment.loads.map((load) => load.kind));
  const kind = kinds.size === 1 ? segment.loads[0]?.kind : 'other';
  const height = Math.max(bottom - segment.y - 0.5, 0.5);
  return html`<rect class="f-${kind}" x="${place.fill}" y="${px(segment.y + 0.5)}" width="161" height="${px(height)}"/>`;
}

const surfaceOf = (hold: Hold, place: Place): Html | null =>
  hold.floor - hold.surface < 2
    ? null
    : html`<path class="surface" d="M${place.x} ${px(hold.surface)}h${HOLD_WIDTH}"${hold.cut && html` stroke-dasharray="7 5"`}/>`;

const namesOf = (labels: HoldLabels, place: Place): Html[] =>
  labels.named.map(({ lines, value, small }) => {
    const size = small ? ' v-sm' : '';
    const names = lines.map(
      (line) => html`<text class="v-lab${size}" x="${place.text}" y="${px(line.y)}">${line.text}</text>`,
    );
    return html`${names}<text class="v-val${size}" x="${place.value}" y="${px(value.y)}">${value.text}</text>\n`;
  });

function notesOf(labels: HoldLabels, hold: Hold | undefined, place: Place): Html | null {
  if (hold === undefined) return null;
  const { talk, distance, deck } = labels;
  const onBorder = talk !== null && hold.segments.some((segment) => Math.abs(segment.y - talk.y) < 2);
  const [above, below] = [hold.line + 3, hold.surface - 3];
  return html`${talk && !onBorder && html`<path class="talkline" d="M${place.x + 1} ${px(talk.y)}h${HOLD_WIDTH - 2}"/>`}
${talk?.label && html`<text class="${talk.label.onFill ? 'v-on' : 'v-note'}" x="${place.text}" y="${px(talk.label.y)}">${talk.label.text}</text>`}
${distance.bracket && html`<path class="dim" d="M${place.bracket} ${px(above)}h8M${place.bracket + 4} ${px(above)}V${px(below)}M${place.bracket} ${px(below)}h8"/>`}
<text class="${distance.onFill ? 'v-on' : 'v-note'}" x="${place.text}" y="${px(distance.y)}">${distance.text}</text>
${deck && html`<text class="v-note" x="${place.text}" y="${px(deck.y)}">${deck.text}</text>`}`;
}

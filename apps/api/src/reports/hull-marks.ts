import { type Html, html } from './html.js';
import { type HullLayout } from './hull-geometry.js';
import { plain } from './numbers.js';
import type { Scale } from './scales.js';

/** What a hull has besides its load: walls, draught marks and the load line with its ring. */
export interface Shell {
  readonly id: string;
  /** 360 with two holds, 204 with one. */
  readonly width: number;
  readonly top: number;
  readonly zero: number;
  /** The deck of each hold, from left to right. */
  readonly decks: readonly number[];
}

export const px = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');

const RADIUS = 30;
const BULKHEAD = { left: 161, middle: 180, right: 199 };
/** Nothing else is written this near to a ring. */
const CLEAR = 22;

/** The inside of the hull, open above. */
export function insideOf({ id, width, top, zero }: Shell): Html {
  const inner = RADIUS - 1.5;
  const [right, floor, bend] = [width - 5.5, zero + 2.5, zero + 2.5 - inner];
  return html`<clipPath id="${id}-c"><path d="M5.5 ${px(top - 2)} V${px(bend)} A${inner} ${inner} 0 0 0 ${px(5.5 + inner)} ${px(floor)} H${px(right - inner)} A${inner} ${inner} 0 0 0 ${px(right)} ${px(bend)} V${px(top - 2)} Z"/></clipPath>`;
}

export function wallsOf({ width, zero, decks }: Shell): Html {
  const [left = zero, right = left] = decks;
  const [floor, bend, wall] = [zero + 4, zero + 4 - RADIUS, width - 4];
  const hatch = Math.min(left, right);
  const [port, starboard] = [Math.min(left, bend), Math.min(right, bend)];
  return html`<path class="bulk" d="M${BULKHEAD.left} ${px(left)}V${px(zero + 2.5)}${width > 204 ? html`M${BULKHEAD.right} ${px(right)}V${px(zero + 2.5)}` : ''}"/>
<path class="hull" d="M4 ${px(port)} V${px(bend)} A${RADIUS} ${RADIUS} 0 0 0 ${4 + RADIUS} ${px(floor)} H${wall - RADIUS} A${RADIUS} ${RADIUS} 0 0 0 ${wall} ${px(bend)} V${px(starboard)}"/><path class="hull" d="M0 ${px(port)}H8M${wall - 4} ${px(starboard)}H${wall + 4}"/>
<path class="bulk" d="M158 ${px(hatch)}H${width > 204 ? 202 : wall}"/>`;
}

/** A figure at each fifth of the capacity, finer ticks between. */
export function draughtMarks(
  layout: HullLayout,
  capacity: number,
  scale: Scale,
  { zero, width }: Shell,
): Html {
  const fifth = (zero - layout.y(capacity)) / 5;
  const parts: Html[] = [];
  const right = width > 204 ? BULKHEAD.right : width - 5;
  for (let mark = 0; mark <= 25; mark++) {
    const y = layout.y((capacity * mark) / 25);
    const major = mark % 5 === 0;
    if (mark === 25 || !(major || fifth >= 25)) continue;
    const length = major ? 5 : 2.5;
    parts.push(
      html`<path class="tick" d="M${BULKHEAD.left} ${px(y)}h${length}M${right} ${px(y)}h-${length}"/>`,
    );
  }
  const rings = layout.holds.map((hold) => hold.line);
  for (let mark = 0; mark <= 5; mark++) {
    const baseline = layout.y((capacity * mark) / 5) + (mark === 0 ? -1 : mark === 5 ? 14 : 4);
    const clear = rings.every((ring) => Math.abs(ring - baseline + 4) >= CLEAR);
    if (!clear || (fifth < 18 && mark > 0 && mark < 5) || (fifth < 6 && mark === 0)) continue;
    const text = markText((capacity * mark) / 5 / scale.factor, capacity / scale.factor);
    parts.push(html`<text class="v-draft" x="${BULKHEAD.middle}" y="${px(baseline)}">${text}</text>`);
  }
  return html`${parts}`;
}

/** Short enough for the bulkhead: whole figures from 100 on, thousands from 100 000 on. */
const markText = (value: number, capacity: number): string =>
  capacity >= 1e5
    ? `${plain(value / 1000, 1)}${value === 0 ? '' : ' k'}`
    : plain(value, capacity >= 100 ? 0 : 2);

/** The line across the whole hull and its ring on the bulkhead; one for each hold where their capacities differ. */
export function loadLines(lines: readonly number[], fullest: number, width: number): Html {
  const [left = 0, right = left] = lines;
  const end = width - 4;
  const ring = (y: number) => html`<circle class="ring" cx="${BULKHEAD.middle}" cy="${px(y)}" r="15"/>`;
  if (Math.abs(left - right) < 0.5) {
    return html`${ring(left)}<path class="loadline" d="M4 ${px(left)}H${end}"/>`;
  }
  const rings = Math.abs(left - right) >= 34 ? [left, right] : [fullest === 1 ? right : left];
  return html`${rings.map(ring)}<path class="loadline" d="M4 ${px(left)}H${BULKHEAD.middle}M${BULKHEAD.middle} ${px(right)}H${end}"/>`;
}

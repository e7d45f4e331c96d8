import { inScaleOf } from './binary-sizes.js';
import { numbered } from './figures.js';
import { type Html, html } from './html.js';
import { width as textWidth } from './hull-labels.js';
import { px } from './hull-marks.js';
import { type Box, besideEachOther, layoutMemory, STRIP, share } from './memory-geometry.js';
import { type Pool, withParts } from './memory-pools.js';
import { percentPlain } from './numbers.js';
import { type Scale, withUnit } from './scales.js';

export interface MemoryDrawing {
  /** Begins every id within the drawing. */
  readonly id: string;
  /** `one TaskManager`. */
  readonly subject: string;
  readonly scale: Scale;
  /** How many pixels high the process is drawn. */
  readonly height: number;
}

const TOP = 58;
const LEFT = 4;
const RIGHT = 224;
/** Where texts beside the drawing begin. */
const BESIDE = 240;
/** A bar of what is used takes so much of a pool’s height. */
const USE = 9;
/** Figures are bold, and fonts differ. */
const WIDER = 1.06;
/** Texts of 12 px beside those of 13 px that widths are estimated for. */
const SMALL = 0.95;

/** A process as nested bars, their heights to scale; what was used of a pool is a thick bar in it. */
export function drawMemory(process: Pool, about: MemoryDrawing): Html {
  const { id, scale, height } = about;
  const frame = { left: LEFT, right: RIGHT, top: TOP, height };
  const boxes = layoutMemory(process, frame);
  const texts = boxes.flatMap((box) => textBeside(box, scale) ?? []).sort((one, other) => one.at - other.at);
  const tops = besideEachOther(texts, frame);
  const total = withUnit(inScaleOf(process.bytes, scale), scale.name);
  return html`<svg viewBox="0 0 360 ${TOP + height + 4}" role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d">
<title id="${id}-t">Memory of ${about.subject}: ${total}, its pools nested and to scale</title>
<desc id="${id}-d">${descriptionOf(process, scale)}</desc>
<text class="v-head" x="${LEFT}" y="13">${process.name}</text><text class="v-big v-mid" x="${LEFT}" y="40">${total}</text>
${boxes.map((box) => (box.pool.parts.length > 0 ? holderOf(box, scale) : barOf(box, scale)))}
${boxes.map(useOf)}
${texts.map((text, at) => besideText(text, tops[at] ?? 0))}
<rect class="hull" x="2.5" y="${TOP - 1.5}" width="${RIGHT - LEFT + 3}" height="${px(height + 3)}"/>
</svg>`;
}

/** A frame with the name along its strip, as long as that has room for it. */
function holderOf({ pool, x, y, width, height }: Box, scale: Scale): Html {
  const texts = [`${pool.name} ${inScaleOf(pool.bytes, scale)}`, pool.name];
  const text = texts.find((one) => SMALL * textWidth(one) + 6 <= height);
  const [middle, centre] = [x + STRIP / 2 + 4.5, y + height / 2];
  return html`<rect class="m-frame" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>${
    text !== undefined &&
    html`<text class="m-strip" x="${px(middle)}" y="${px(centre)}" transform="rotate(-90 ${px(middle)} ${px(centre)})">${text}</text>`
  }
`;
}

function barOf(box: Box, scale: Scale): Html {
  const { pool, x, y, width, height } = box;
  const words = wordsIn(box, scale);
  return html`<rect class="f-${pool.kind}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>${
    words !== null && wordsOf(words, box, scale)
  }
`;
}

function wordsOf(words: Words, { pool, x, y, height }: Box, scale: Scale): Html {
  const small = words === 'small' ? ' v-sm' : '';
  const middle = y + (height - (pool.used === null ? 0 : USE)) / 2 + (words === 'small' ? 4 : 4.5);
  const size = inScaleOf(pool.bytes, scale);
  if (words === 'stacked')
    return html`<text class="v-lab" x="${px(x + 8)}" y="${px(middle - 8)}">${pool.name}</text><text class="v-val m-below" x="${px(x + 8)}" y="${px(middle + 8)}">${size}</text>`;
  return html`<text class="v-lab${small}" x="${px(x + 8)}" y="${px(middle)}">${pool.name}</text><text class="v-val${small}" x="${RIGHT - 8}" y="${px(middle)}">${size}</text>`;
}

type Words = 'line' | 'small' | 'stacked';

/** How name and figure stand in a bar; null where it has no room for them. */
function wordsIn({ pool, width, height }: Box, scale: Scale): Words | null {
  const room = height - (pool.used === null ? 0 : USE);
  const text = WIDER * (textWidth(pool.name) + textWidth(inScaleOf(pool.bytes, scale))) + 24;
  if (room >= 18 && text <= width) return 'line';
  if (room >= 15 && SMALL * text <= width) return 'small';
  return room >= 36 ? 'stacked' : null;
}

/** As long as the used share of the pool is of its bar; of a holder through all its parts. */
function useOf({ pool, x, y, width, height }: Box): Html | null {
  if (pool.used === null) return null;
  const from = pool.parts.length > 0 ? x + STRIP : x;
  const room = x + width - from - 8;
  const thick = Math.min(5, height * 0.5);
  const top = y + height - thick - Math.min(4, (height - thick) / 2);
  const middle = px(top + thick / 2);
  return html`<path class="m-track" d="M${px(from + 4)} ${middle}H${px(from + 4 + room)}"/><rect class="m-used" x="${px(from + 4)}" y="${px(top)}" width="${px(room * Math.min(share(pool.used, pool.bytes), 1))}" height="${px(thick)}"/>
`;
}

interface TextBeside {
  readonly box: Box;
  readonly lines: readonly string[];
  readonly at: number;
  readonly height: number;
}

/** Beside a bar stands what has no room in it: a name with its size, and what was used. */
function textBeside(box: Box, scale: Scale): TextBeside | null {
  const { pool, y, height } = box;
  const size = inScaleOf(pool.bytes, scale);
  const use = pool.used === null ? null : usedOf(inScaleOf(pool.used, scale), size);
  const named = pool.parts.length === 0 && wordsIn(box, scale) !== null;
  if (use === null && (named || pool.parts.length > 0)) return null;
  const lines = named ? [] : [pool.name];
  lines.push(use ?? size);
  return { box, lines, at: y + height / 2, height: lines.length * 14 + 5 };
}

function usedOf(used: string, size: string): string {
  const text = `${used} of ${size} used`;
  return SMALL * WIDER * textWidth(text) <= 360 - BESIDE ? text : `${used} used`;
}

function besideText({ box, lines, at, height }: TextBeside, top: number): Html {
  const { pool, y } = box;
  const from = RIGHT + (pool.parts.length > 0 ? 9 : 3);
  const span =
    pool.parts.length > 0 &&
    html`<path class="dim" d="M${RIGHT + 5} ${px(y + 1)}h4V${px(y + box.height - 1)}h-4"/>`;
  const [first = '', second] = lines;
  const named = second !== undefined;
  return html`${span}<path class="dim" d="M${from} ${px(at)}L${BESIDE - 4} ${px(top + height / 2)}"/><text class="${named ? 'm-name' : 'm-note'}" x="${BESIDE}" y="${px(top + 13)}">${first}</text>${named && html`<text class="m-note" x="${BESIDE}" y="${px(top + 27)}">${second}</text>`}
`;
}

function descriptionOf(process: Pool, scale: Scale): string {
  const said = withParts(process)
    .slice(1)
    .filter(({ pool }) => pool.parts.length === 0)
    .map(({ pool }) => {
      const used = pool.used === null ? '' : `, ${inScaleOf(pool.used, scale)} of it used`;
      return `${pool.name} ${inScaleOf(pool.bytes, scale)} (${percentPlain(share(pool.bytes, process.bytes))}${used})`;
    });
  const held = withParts(process)
    .slice(1)
    .filter(({ pool }) => pool.parts.length > 0)
    .map(
      ({ pool }) =>
        `${pool.name} ${inScaleOf(pool.bytes, scale)}${pool.used === null ? '' : `, ${inScaleOf(pool.used, scale)} of it used`}`,
    );
  return `From above, in ${scale.name}: ${said.join(', ')}. What holds several of them: ${held.join('; ')}. The table beside has the same figures of ${numbered(said.length, 'pool')}.`;
}

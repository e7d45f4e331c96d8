import type { FlowKind } from './flow-kinds.js';
import { type Html, html } from './html.js';
import { width as textWidth } from './hull-labels.js';

/** Something drawn in a strip: from where to where, as shares of the strip’s width. */
export interface Segment {
  readonly kind: FlowKind | 'heap' | 'talk';
  readonly from: number;
  readonly to: number;
  /** Stands within it where it has room. */
  readonly text?: string;
}

export interface Mark {
  readonly at: number;
  readonly text: string;
}

/** Positions in percent: strips do not scale their text. */
export const pc = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** A strip on a telephone is so many pixels wide; what has room there has it everywhere. */
const NARROWEST = 320;

export const segmentBar = ({ kind, from, to, text }: Segment): Html => {
  const wide = Math.max(to - from, 0);
  const fits = text !== undefined && textWidth(text) + 16 <= wide * NARROWEST;
  return html`<rect class="${kind === 'talk' ? 'talkbar' : `f-${kind}`}" x="${pc(from)}" y="20%" width="${pc(wide)}" height="60%"/>${fits && html`<text x="${pc(from)}" y="50%" dx="8" dy="4.5">${text}</text>`}`;
};

/** Texts at an end of the axis stay within it. */
const END = 0.04;

export const stripAxis = (marks: readonly Mark[]): Html =>
  html`<div class="lane axis"><div class="what"></div><div class="plot"><svg aria-hidden="true">${marks.map(
    ({ at, text }) =>
      html`<line class="tick" x1="${pc(at)}" x2="${pc(at)}" y1="0" y2="6"/><text class="ax${at < END ? ' s' : at > 1 - END ? ' e' : ''}" x="${pc(at)}" y="21">${text}</text>`,
  )}</svg></div></div>`;

export interface StripLane {
  readonly name: Html | string;
  readonly says: Html | string;
  /** What the drawing shows, in words. */
  readonly title: string;
  readonly drawing: Html;
}

export const stripLane = ({ name, says, title, drawing }: StripLane): Html =>
  html`<div class="lane"><div class="what"><b>${name}</b><span>${says}</span></div><div class="plot"><svg role="img" aria-label="${title}">${drawing}</svg></div></div>
`;

import { type Html, html } from './html.js';
import { percent, percentPlain } from './numbers.js';

/** A shared axis of utilization from 0: positions in percent of its width, text in pixels, so that it may stretch. */
export interface UtilizationAxis {
  readonly at: (utilization: number) => number;
  readonly end: number;
  readonly target: number;
  readonly head: Html;
}

const LEAST_END = 1.25;
/** Beyond this a dot stands at the end of the axis as an arrow; its figure is in the row. */
const LAST_END = 4;

const pc = (position: number): string => `${position.toFixed(2)}%`;

export function utilizationAxis(shares: readonly number[], target: number): UtilizationAxis {
  const most = Math.max(...shares, 0) * 1.02;
  const end = Math.min(Math.max(LEAST_END, Math.ceil(most * 4) / 4), LAST_END);
  const at = (utilization: number): number => (Math.min(utilization, end) / end) * 100;
  return { at, end, target, head: headOf(at, end, target) };
}

function headOf(at: (utilization: number) => number, end: number, target: number): Html {
  const near = at(1) - at(target) < 14;
  const [line, full] = [pc(at(target)), pc(at(1))];
  const lineLabel = html`<text class="ax l80${near && ' e'}" x="${line}" y="24"${near && html` dx="4"`}>${percentPlain(target)}</text>`;
  const fullLabel = html`<text class="ax${near && ' s'}" x="${full}" y="24"${near ? html` dx="8"` : html` dx="4"`}>${percentPlain(1)}</text>`;
  return html`<svg role="img" aria-label="Axis of utilization, 0 to ${percentPlain(end)}">${
    at(target) > 12 && html`<text class="ax s" x="0%" y="24" dx="-3">0</text>`
  }${lineLabel}${target < 1 && fullLabel}${target < 1 && html`<line class="g100" x1="${full}" x2="${full}" y1="30" y2="38"/>`}<line class="g80" x1="${line}" x2="${line}" y1="30" y2="38"/><line class="g0" x1="0%" x2="0%" y1="30" y2="38"/></svg>`;
}

/** Network in filled, network out hollow, on the axis; load line and capacity run through. */
export function dotRow(into: number, out: number, { at, end, target }: UtilizationAxis): Html {
  const [left, right] = [Math.min(into, out), Math.max(into, out)];
  const through = (place: number, name: string) =>
    html`<line class="${name}" x1="${pc(at(place))}" x2="${pc(at(place))}" y1="0" y2="100%"/>`;
  return html`<svg role="img" aria-label="in ${percent(into)}, out ${percent(out)}">${through(0, 'g0')}${target < 1 && through(1, 'g100')}${through(target, 'g80')}<line class="span" x1="${pc(at(left))}" x2="${pc(at(right))}" y1="50%" y2="50%"/>${dot(out, 'd-out', 4.6)}${dot(into, 'd-in', 5.4)}</svg>`;

  function dot(share: number, name: string, radius: number): Html {
    if (share > end)
      return html`<svg x="100%" y="50%" overflow="visible"><path class="${name}" d="M-8 -5 L0 0 L-8 5 Z"/></svg>`;
    return html`<circle class="${name}" cx="${pc(at(share))}" cy="50%" r="${radius}"/>`;
  }
}

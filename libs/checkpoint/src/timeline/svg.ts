import type { Timeline, TimelineCheckpoint, TimelineStatus } from './result.js';
import { axisMarks, type Mark, timeText } from './svg-axis.js';

export interface TimelineSvgOptions {
  /** Begins the ids of title and description: unique on the page. Default: `timeline`. */
  readonly id?: string;
  /** Default: `Checkpoints`. */
  readonly title?: string;
  /** How many checkpoints are drawn, from the first on. Default: 60. */
  readonly checkpoints?: number;
  /** How many times the axis names at most; fewer where it is narrow. Default: 8. */
  readonly marks?: number;
}

/** What is drawn of a timeline. */
export type DrawnTimeline = Pick<
  Timeline,
  'checkpoints' | 'truncated' | 'counts' | 'jobFailedMs' | 'checkpointFreeRatio'
>;

const DRAWN = 60;
const BAR = 20;
const LANE = 28;
const TOP = 4;
const AXIS = 24;

/** Fill and edge for a drawing on its own; a page’s own classes go before them. */
const LOOKS: Readonly<Record<TimelineStatus, { readonly name: string; readonly look: string }>> = {
  COMPLETED: { name: 'f-checkpoint', look: 'fill="#DDBBD2" stroke="#8C4472"' },
  FAILED: { name: 'checkpoint-failed', look: 'fill="none" stroke="#4A5A65" stroke-dasharray="4 3"' },
  IN_PROGRESS: { name: 'f-checkpoint', look: 'fill="#DDBBD2" stroke="#8C4472"' },
};
const SAID: Readonly<Record<TimelineStatus, string>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  IN_PROGRESS: 'still in progress',
};

/**
 * Checkpoints as bars over time, overlapping ones in lanes of their own, as SVG text. One that completed is filled, one that failed
 * is an empty dashed frame, one in progress runs to the right edge. It is as wide as there is room: moments stand in percent, so that no
 * text is scaled. A page’s own style goes before the colours that it has by itself.
 */
export function timelineSvg(timeline: DrawnTimeline, options: TimelineSvgOptions = {}): string {
  const { id = 'timeline', title = 'Checkpoints', checkpoints: most = DRAWN, marks } = options;
  const drawn = timeline.checkpoints.slice(0, Math.max(0, Math.floor(most)));
  const { untilMs, lanes } = laidOut(drawn);
  const x = (ms: number): string => `${((ms / untilMs) * 100).toFixed(3)}%`;
  const height = TOP + Math.max(1, lanes.length) * LANE + AXIS;
  const bars = lanes.flatMap((lane, nth) => lane.map((checkpoint) => bar(checkpoint, nth, untilMs, x)));
  const key = escaped(id);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="checkpoint-timeline" width="100%" height="${height}" role="img" aria-labelledby="${key}-t" aria-describedby="${key}-d">
<title id="${key}-t">${escaped(title)}</title>
<desc id="${key}-d">${escaped(description(timeline, drawn.length))}</desc>
${bars.join('\n')}
${axis(axisMarks(untilMs, marks), untilMs, height, x)}
</svg>`;
}

/** Each checkpoint in the first lane that is free at its trigger. */
function laidOut(drawn: readonly TimelineCheckpoint[]) {
  const lanes: TimelineCheckpoint[][] = [];
  const freeFrom: number[] = [];
  let untilMs = 1;
  for (const checkpoint of drawn) {
    const { triggerMs, endMs } = checkpoint;
    const free = freeFrom.findIndex((ms) => ms <= triggerMs);
    const lane = free < 0 ? lanes.length : free;
    if (free < 0) lanes.push([checkpoint]);
    else lanes[lane]?.push(checkpoint);
    freeFrom[lane] = endMs ?? Number.POSITIVE_INFINITY;
    untilMs = Math.max(untilMs, endMs ?? triggerMs);
  }
  return { lanes, untilMs: untilMs * 1.02 };
}

function bar(
  checkpoint: TimelineCheckpoint,
  lane: number,
  untilMs: number,
  x: (ms: number) => string,
): string {
  const { id, triggerMs, endMs, status } = checkpoint;
  const { name, look } = LOOKS[status];
  const width = x((endMs ?? untilMs) - triggerMs);
  const end = endMs === null ? '' : ` to ${timeText(endMs)}`;
  const said = `Checkpoint ${id}: ${timeText(triggerMs)}${end}, ${SAID[status]}`;
  return `<rect class="${name}" ${look} x="${x(triggerMs)}" y="${TOP + lane * LANE}" width="${width}" height="${BAR}"><title>${said}</title></rect>`;
}

function axis(marks: readonly Mark[], untilMs: number, height: number, x: (ms: number) => string): string {
  const line = height - AXIS + 2;
  const drawn = marks.map(({ atMs, text }) => {
    const { name, anchor } = ENDS.find(({ upTo }) => atMs / untilMs < upTo) ?? MIDDLE;
    return `<line class="tick" stroke="#6E7E88" x1="${x(atMs)}" x2="${x(atMs)}" y1="${line}" y2="${line + 5}"/><text class="${name}" x="${x(atMs)}" y="${height - 4}" font-size="12" fill="#4A5A65" text-anchor="${anchor}">${text}</text>`;
  });
  return `<line class="tick" stroke="#6E7E88" x1="0" x2="100%" y1="${line}" y2="${line}"/>\n${drawn.join('\n')}`;
}

const MIDDLE = { upTo: 0.95, name: 'ax', anchor: 'middle' };
/** Texts at either end stay within the drawing. */
const ENDS = [
  { upTo: 0.05, name: 'ax s', anchor: 'start' },
  MIDDLE,
  { upTo: Number.POSITIVE_INFINITY, name: 'ax e', anchor: 'end' },
];

function description(timeline: DrawnTimeline, drawn: number): string {
  const { counts, jobFailedMs, checkpointFreeRatio } = timeline;
  const isAll = !timeline.truncated && drawn === timeline.checkpoints.length;
  const shown = isAll ? `${drawn} checkpoints.` : `The first ${drawn} checkpoints.`;
  const free = Math.round(checkpointFreeRatio * 1000) / 10;
  const fate = jobFailedMs === null ? '' : ` The job fails at ${timeText(jobFailedMs)}.`;
  return `${shown} In all ${counts.completed} complete, ${counts.failed} fail, ${counts.dropped} requests are dropped; ${free}\u202F% of the time is free of checkpoints.${fate}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand in an element or an attribute; characters that XML knows none of are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

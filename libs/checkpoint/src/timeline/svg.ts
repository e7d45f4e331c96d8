import type { Timeline, TimelineCheckpoint, TimelineStatus } from './result.js';
import { axisMarks, timeText } from './svg-axis.js';

export interface TimelineSvgOptions {
  /** Begins the ids of title and description: unique on the page. Default: `timeline`. */
  readonly id?: string;
  /** Default: `Checkpoints`. */
  readonly title?: string;
  /** How many checkpoints are drawn, from the first on. Default: 60. */
  readonly checkpoints?: number;
}

const DRAWN = 60;
const WIDTH = 960;
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
 * is an empty dashed frame, one in progress runs to the right edge.
 */
export function timelineSvg(timeline: Timeline, options: TimelineSvgOptions = {}): string {
  const { id = 'timeline', title = 'Checkpoints', checkpoints: most = DRAWN } = options;
  const drawn = timeline.checkpoints.slice(0, Math.max(0, Math.floor(most)));
  const { untilMs, lanes } = laidOut(drawn);
  const x = (ms: number): string => ((ms / untilMs) * WIDTH).toFixed(2);
  const height = TOP + Math.max(1, lanes.length) * LANE + AXIS;
  const bars = lanes.flatMap((lane, nth) => lane.map((checkpoint) => bar(checkpoint, nth, untilMs, x)));
  const key = escaped(id);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="checkpoint-timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${key}-t" aria-describedby="${key}-d">
<title id="${key}-t">${escaped(title)}</title>
<desc id="${key}-d">${escaped(description(timeline, drawn.length))}</desc>
${bars.join('\n')}
${axis(untilMs, height, x)}
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

function axis(untilMs: number, height: number, x: (ms: number) => string): string {
  const line = height - AXIS + 2;
  const marks = axisMarks(untilMs).map(
    ({ atMs, text }) =>
      `<path class="tick" stroke="#6E7E88" d="M${x(atMs)} ${line}v5"/><text class="tick" x="${x(atMs)}" y="${height - 4}" font-size="12" fill="#4A5A65" text-anchor="${anchor(atMs / untilMs)}">${text}</text>`,
  );
  return `<path class="axis" stroke="#6E7E88" d="M0 ${line}h${WIDTH}"/>\n${marks.join('\n')}`;
}

/** Texts at either end stay within the drawing. */
const anchor = (share: number): string => (share < 0.05 ? 'start' : share > 0.95 ? 'end' : 'middle');

function description(timeline: Timeline, drawn: number): string {
  const { counts, jobFailedMs, checkpointFreeRatio } = timeline;
  const isAll = !timeline.truncated && drawn === timeline.checkpoints.length;
  const shown = isAll ? `${drawn} checkpoints.` : `The first ${drawn} checkpoints.`;
  const free = Math.round(checkpointFreeRatio * 1000) / 10;
  const fate = jobFailedMs === null ? '' : ` The job fails at ${timeText(jobFailedMs)}.`;
  return `${shown} In all ${counts.completed} complete, ${counts.failed} fail, ${counts.dropped} requests are dropped; ${free} % of the time is free of checkpoints.${fate}`;
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

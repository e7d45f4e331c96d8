import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, setInterval } from './checkpoint-figures.js';
import { boundStep } from './checkpoint-steps.js';
import { sentence } from './figures.js';
import { type Html, html } from './html.js';
import { logAxis } from './log-axis.js';
import { objectiveWords } from './objective-words.js';
import { pc, segmentBar, stripAxis, stripLane } from './strip.js';
import { comparedTime } from './time-scales.js';

type Bound = PlanCheckpointing['bounds'][number];

/** How far each objective lets the interval go, what lies between, and the optima: one axis for all, on which each tenfold is as wide. */
export function intervalRange(view: CheckpointView): Html {
  const { planned } = view;
  const set = setInterval(view);
  const axis = logAxis(shownTimes(planned, set));
  const lines = html`${set !== null && line('ck-set', axis.at(set))}${planned.intervalMs !== null && line('surface', axis.at(planned.intervalMs))}`;
  const lane = (name: Html | string, says: Html | string, title: string, drawing: Html): Html =>
    stripLane({ name, says, title, drawing: html`${drawing}${lines}` });
  const { bounds } = planned;
  return html`<h3>The feasible range of intervals</h3>
<p class="lead">Each tenfold has the same width. The thick line is the interval that is proposed, the dashed one that which is set.</p>
<figure class="minute range" aria-label="The feasible range of intervals">${[
    ...proposedLanes(),
    ...(set === null
      ? []
      : [
          lane(
            'Set',
            html`<data value="${set}">${comparedTime(set)}</data>`,
            `Set: ${comparedTime(set)}`,
            dot('d-out', axis.at(set), 6),
          ),
        ]),
    feasibleLane(),
    ...bounds.filter(isTelling).sort(byBinding(planned)).map(boundLane),
    ...optimaLanes(),
  ]}${stripAxis(axis.ticks)}</figure>
<p class="table-note">${planned.optima.why}</p>
`;

  /** What Flink refuses anyway says nothing, unless it is what binds. */
  function isTelling(bound: Bound): boolean {
    return bound.objective !== 'flinkMinimum' || isBinding(planned, bound);
  }

  function proposedLanes(): Html[] {
    const { intervalMs, chosenBy } = planned;
    if (intervalMs === null) return [];
    const says = html`<data value="${intervalMs}">${comparedTime(intervalMs)}</data>, ${
      chosenBy === null || chosenBy === 'streamingOptimum'
        ? 'by the streaming optimum'
        : `by ${objectiveWords(chosenBy)}`
    }`;
    return [
      lane('Proposed', says, `Proposed: ${comparedTime(intervalMs)}`, dot('d-in', axis.at(intervalMs), 6)),
    ];
  }

  function feasibleLane(): Html {
    const { lowerMs, upperMs, upperBoundBy } = planned.feasibleInterval;
    if (!planned.feasible || lowerMs === null)
      return lane('Feasible', 'no interval', 'No interval is feasible', NOTHING);
    const to = upperBoundBy === null || upperMs === null ? null : upperMs;
    const text =
      to === null ? `from ${comparedTime(lowerMs)} on` : `${comparedTime(lowerMs)} to ${comparedTime(to)}`;
    const segment = {
      kind: 'checkpoint' as const,
      from: axis.at(lowerMs),
      to: to === null ? 1 : axis.at(to),
    };
    return lane('Feasible', text, `Feasible: ${text}`, segmentBar(segment));
  }

  function boundLane(bound: Bound): Html {
    const { objective, side, intervalMs, reason } = bound;
    const name = html`${sentence(objectiveWords(objective))}`;
    const own = html`${objective !== 'flinkMinimum' && html` <code>${objective}</code>`}`;
    const binds = isBinding(planned, bound) ? ', which binds' : '';
    if (intervalMs === null || (side === 'upper' && intervalMs <= 0)) {
      const says = html`no interval meets it${binds}: ${reason}${own}`;
      return lane(name, says, `${objectiveWords(objective)}: no interval meets it`, NOTHING);
    }
    if (intervalMs <= 0)
      return lane(
        name,
        html`any interval meets it${own}`,
        `${objectiveWords(objective)}: any interval meets it`,
        segmentBar({ kind: 'other', from: 0, to: 1 }),
      );
    const way = side === 'lower' ? 'at least' : 'at most';
    const step = boundStep(planned, objective);
    const amount =
      step === undefined
        ? html`<data value="${intervalMs}">${comparedTime(intervalMs)}</data>`
        : dataOf(view, ['tuning', step], intervalMs, comparedTime(intervalMs));
    const segment =
      side === 'lower' ? { from: axis.at(intervalMs), to: 1 } : { from: 0, to: axis.at(intervalMs) };
    return lane(
      name,
      html`${way} ${amount}${binds}: ${reason}${own}`,
      `${objectiveWords(objective)}: ${way} ${comparedTime(intervalMs)}`,
      segmentBar({ kind: 'other', ...segment }),
    );
  }

  function optimaLanes(): Html[] {
    const { streamingMs, approximateMs, youngMs, dalyMs, utilizationMs } = planned.optima;
    const closed =
      approximateMs === null
        ? ''
        : html`; its closed form gives ${dataOf(view, ['tuning', 'optimum.approximate'], approximateMs, comparedTime(approximateMs))}`;
    const streaming =
      streamingMs === null
        ? lane(
            'Streaming optimum',
            'none: no interval leaves capacity to catch up',
            'There is no streaming optimum',
            NOTHING,
          )
        : lane(
            'Streaming optimum',
            html`<data value="${streamingMs}">${comparedTime(streamingMs)}</data>${closed}`,
            `Streaming optimum: ${comparedTime(streamingMs)}`,
            dot('d-in', axis.at(streamingMs), 4.5),
          );
    const classical = [
      ['Young', youngMs, 'optimum.young'],
      ['Daly', dalyMs, 'optimum.daly'],
      ['utilization', utilizationMs, 'optimum.utilization'],
    ] as const;
    const said = classical.map(([name, ms]) => `${name} ${comparedTime(ms)}`).join(', ');
    return [
      streaming,
      lane(
        'Classical optima',
        html`${classical.map(([name, ms, step], nth) => html`${nth > 0 && ', '}${name} ${dataOf(view, ['tuning', step], ms, comparedTime(ms))}`)}`,
        `Classical optima: ${said}`,
        html`${classical.map(([, ms]) => dot('d-out', axis.at(ms), 4.5))}`,
      ),
    ];
  }
}

const NOTHING = html``;

const dot = (look: string, at: number, r: number): Html =>
  html`<circle class="${look}" cx="${pc(at)}" cy="50%" r="${r}"/>`;

const line = (look: string, at: number): Html =>
  html`<line class="${look}" x1="${pc(at)}" x2="${pc(at)}" y1="0" y2="100%"/>`;

/** What the axis must hold: intervals, optima and bounds; of lower bounds only the one that binds, for others may be next to nothing. */
function shownTimes(
  { intervalMs, optima, bounds, feasibleInterval }: PlanCheckpointing,
  set: number | null,
): number[] {
  const { streamingMs, youngMs, dalyMs, utilizationMs } = optima;
  const upper = bounds.flatMap(({ side, intervalMs: ms }) => (side === 'upper' && ms !== null ? [ms] : []));
  return [
    set,
    intervalMs,
    streamingMs,
    youngMs,
    dalyMs,
    utilizationMs,
    feasibleInterval.lowerMs,
    ...upper,
  ].filter((ms) => ms !== null);
}

const isBinding = ({ feasibleInterval }: PlanCheckpointing, { objective }: Bound): boolean =>
  objective === feasibleInterval.lowerBoundBy || objective === feasibleInterval.upperBoundBy;

/** Those that bind come first, then the others as the plan has them. */
const byBinding =
  (planned: PlanCheckpointing) =>
  (one: Bound, other: Bound): number =>
    Number(isBinding(planned, other)) - Number(isBinding(planned, one));

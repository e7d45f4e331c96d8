import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, softness } from './checkpoint-figures.js';
import { type CheckpointFigure, durationStep, inputOf } from './checkpoint-steps.js';
import { figure, listed, sentence } from './figures.js';
import { type Html, html } from './html.js';
import { percent, percentPlain } from './numbers.js';
import { objectiveWords } from './objective-words.js';
import { regimeName } from './regime-words.js';
import { comparedTime } from './time-scales.js';

type Judged = NonNullable<PlanCheckpointing['current']>;

interface Column {
  readonly of: 'current' | 'proposal';
  readonly head: string;
  readonly judged: Judged;
}

/** Checkpoints as they are set and as they are proposed, as far as there are both. */
export const columnsOf = ({ current, proposal }: PlanCheckpointing): Column[] => [
  ...(current === null ? [] : [{ of: 'current' as const, head: 'As it is set', judged: current }]),
  ...(proposal === null ? [] : [{ of: 'proposal' as const, head: 'As proposed', judged: proposal }]),
];

interface Row {
  readonly name: string;
  readonly cell: (column: Column) => Html | string;
  /** A figure of the row whose softness is said beside its name. */
  readonly figure?: (column: Column) => CheckpointFigure;
  /** Says nothing where checkpoints never end. */
  readonly ofPace?: true;
}

/** What either setting leads to: pace, cost of a checkpoint, and what a failure costs. */
export function settingsTable(view: CheckpointView): Html | null {
  const { planned } = view;
  const columns = columnsOf(planned);
  if (columns.length === 0) return null;
  const paced = columns.some(({ judged }) => judged.pace !== null);
  const rows = rowsOf(view).filter(({ ofPace }) => paced || ofPace !== true);
  return html`<table class="ledger ck-settings"><caption><b>${columns.length > 1 ? 'What is set, and what is proposed' : 'What it leads to'}</b><span>With what follows from it.</span></caption>
<thead><tr><th scope="col">Checkpoints</th>${columns.map(({ head }) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({
    name,
    cell,
    figure: of,
  }) => html`<tr><th scope="row">${name}${badgeOf(of)}</th>${columns.map((column) => html`<td>${cell(column)}</td>`)}</tr>
`,
)}</tbody></table>
`;

  function badgeOf(of: Row['figure']): Html | null {
    if (of === undefined) return null;
    return columns.map((column) => softness(view, of(column))).find((badge) => badge !== null) ?? null;
  }
}

const NEVER = 'never';
const MACHINE_BYTES = /\.machineBytes$/;

function rowsOf(view: CheckpointView): Row[] {
  const { planned } = view;
  const paced =
    (key: string, pick: (pace: NonNullable<Judged['pace']>) => number, text: (value: number) => string) =>
    ({ of, judged }: Column): Html | string =>
      judged.pace === null
        ? NEVER
        : dataOf(view, ['tuning', `${of}.${key}`], pick(judged.pace), text(pick(judged.pace)));
  const costing =
    (key: string, pick: (judged: Judged) => number | null, text: (value: number) => string, none: string) =>
    (column: Column): Html | string => {
      const value = pick(column.judged);
      return value === null ? none : dataOf(view, ['tuning', `${column.of}.${key}`], value, text(value));
    };
  const bytes = ({ of, judged: { checkpoint } }: Column, whose: 'all' | 'fullest'): Html | string => {
    const upload = inputOf(planned.steps, durationStep(planned, of), 'upload') ?? '';
    const machine =
      inputOf(planned.steps, upload, 'machine bytes') ??
      planned.steps.find(({ key, value }) => MACHINE_BYTES.test(key) && value === checkpoint.machineBytes)
        ?.key ??
      '';
    const whole = inputOf(planned.steps, machine, 'checkpoint bytes') ?? '';
    const value = whose === 'all' ? checkpoint.bytes : checkpoint.machineBytes;
    if (value === 0) return 'nothing';
    return dataOf(view, ['tuning', whose === 'all' ? whole : machine], value, figure('bytes', value));
  };
  return [
    {
      name: 'One checkpoint each',
      cell: paced('effectiveInterval', (pace) => pace.effectiveIntervalMs, comparedTime),
    },
    {
      name: 'Min pause',
      ofPace: true,
      cell: paced(
        'minPause',
        (pace) => pace.minPauseMs,
        (ms) => (ms === 0 ? 'none' : comparedTime(ms)),
      ),
    },
    {
      name: 'Regime',
      ofPace: true,
      cell: ({ judged }) => (judged.pace === null ? NEVER : regimeName(judged.pace.regime)),
    },
    {
      name: 'In progress, share of the time',
      ofPace: true,
      cell: paced('dutyRatio', (pace) => pace.dutyRatio, percentPlain),
    },
    {
      name: 'Free of checkpoints',
      ofPace: true,
      cell: paced('checkpointFree', (pace) => pace.checkpointFreeMs, comparedTime),
    },
    {
      name: 'A checkpoint writes',
      cell: (column) =>
        html`${bytes(column, 'all')}, ${column.judged.checkpoint.incremental ? 'incremental' : 'full'}`,
    },
    { name: 'Of it the fullest machine', cell: (column) => bytes(column, 'fullest') },
    {
      name: 'Network out that is left',
      ofPace: true,
      cell: costing(
        'networkOutLeft',
        ({ networkLeft }) => networkLeft?.outBytesPerSecond ?? null,
        (value) => figure('bytesPerSecond', value),
        'not known',
      ),
    },
    {
      name: 'Network in that is left',
      ofPace: true,
      figure: ({ of }) => ['tuning', `${of}.networkInLeft`],
      cell: costing(
        'networkInLeft',
        ({ networkLeft }) => networkLeft?.inBytesPerSecond ?? null,
        (value) => figure('bytesPerSecond', value),
        'not known',
      ),
    },
    {
      name: 'Rewind of a failure, at worst',
      ofPace: true,
      cell: paced('worstRewind', (pace) => pace.worstRewindMs, comparedTime),
    },
    {
      name: 'From a failure to no lag, at worst',
      cell: costing('recovery', ({ recoveryMs }) => recoveryMs, comparedTime, NEVER),
    },
    {
      name: 'Unavailable, share of the time',
      cell: costing(
        'unavailability',
        ({ costRatio }) => costRatio,
        (ratio) => percent(ratio, 2),
        'all of it',
      ),
    },
    {
      name: 'Objectives that are missed',
      cell: ({ judged }) =>
        judged.misses.length === 0 ? 'none' : sentence(listed(judged.misses.map(objectiveWords))),
    },
  ];
}

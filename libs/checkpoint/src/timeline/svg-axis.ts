const UNITS = [
  { name: 'd', ms: 86_400_000, steps: [1, 2, 5, 10, 30, 100] },
  { name: 'h', ms: 3_600_000, steps: [1, 2, 3, 6, 12] },
  { name: 'min', ms: 60_000, steps: [1, 2, 5, 10, 15, 30] },
  { name: 's', ms: 1000, steps: [1, 2, 5, 10, 15, 30] },
  { name: 'ms', ms: 1, steps: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
] as const;
const MOST_MARKS = 8;
/** Between a figure and its unit, as within a figure: U+202F. */
const NARROW = '\u202F';

export interface Mark {
  readonly atMs: number;
  readonly text: string;
}

/** Marks from 0 up at round moments, each with its unit. */
export function axisMarks(untilMs: number, most = MOST_MARKS): Mark[] {
  const steps = UNITS.flatMap(({ name, ms, steps }) =>
    steps.map((step) => ({ name, ms, stepMs: step * ms })),
  ).sort((a, b) => a.stepMs - b.stepMs);
  const fit = steps.find(({ stepMs }) => untilMs / stepMs <= most) ?? {
    name: 'd',
    ms: 86_400_000,
    stepMs: untilMs / most,
  };
  const marks: Mark[] = [];
  for (let nth = 0; nth * fit.stepMs <= untilMs && nth <= most; nth++) {
    marks.push({ atMs: nth * fit.stepMs, text: `${round((nth * fit.stepMs) / fit.ms)}${NARROW}${fit.name}` });
  }
  return marks;
}

/** A moment or a span as people read it: `12.34 s`. */
export function timeText(ms: number): string {
  const { name, ms: size } = UNITS.find((unit) => ms >= unit.ms) ?? { name: 'ms', ms: 1 };
  return `${round(ms / size)}${NARROW}${name}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

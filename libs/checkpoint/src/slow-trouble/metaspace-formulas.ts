import { formula } from '@plimsoll/trace';
import { textsOf, trendFormulas } from './trend.js';

/** F10.2: what submissions leave behind in metaspace, and when it is full. */
const reference = 'F10.2';

export const LEAK_TREND = trendFormulas(reference, 'Metaspace left behind by a submission', 'bytes');
export const GROWTH_TREND = trendFormulas(reference, 'Growth of metaspace', 'bytesPerSecond');

export const LEAK_OF_CLASSES = formula({
  reference,
  label: 'Metaspace left behind by a submission, from its classes',
  unit: 'bytes',
  inputs: { classes: 'count', bytesPerClass: 'bytes' },
  text: 'classes × bytesPerClass',
  compute: ({ classes, bytesPerClass }) => classes * bytesPerClass,
});

export const BASE_OF_SUBMISSIONS = formula({
  reference,
  label: 'Metaspace before the first submission, on the line',
  unit: 'bytes',
  inputs: { meanUsed: 'bytes', leak: 'bytes', meanSubmissions: 'count' },
  text: 'max(0, meanUsed − leak × meanSubmissions)',
  compute: ({ meanUsed, leak, meanSubmissions }) => Math.max(0, meanUsed - leak * meanSubmissions),
});

export const BASE_OF_TIME = formula({
  reference,
  label: 'Metaspace at the beginning of the series, on the line',
  unit: 'bytes',
  inputs: { meanUsed: 'bytes', growth: 'bytesPerSecond', meanTime: 'ms' },
  text: 'max(0, meanUsed − growth × meanTime ÷ 1 s)',
  compute: ({ meanUsed, growth, meanTime }) => Math.max(0, meanUsed - (growth * meanTime) / 1000),
});

export const SUBMISSION_RATE = formula({
  reference,
  label: 'Submissions per second in the series',
  unit: 'perSecond',
  inputs: { submissions: 'count', time: 'ms' },
  text: 'submissions ÷ time × 1 s',
  compute: ({ submissions, time }) => (submissions / time) * 1000,
});

export const GROWTH = formula({
  reference,
  label: 'Growth of metaspace',
  unit: 'bytesPerSecond',
  inputs: { leak: 'bytes', submissionsPerSecond: 'perSecond' },
  text: 'leak × submissionsPerSecond',
  compute: ({ leak, submissionsPerSecond }) => leak * submissionsPerSecond,
});

/** A submission that is over by rounding only fits: a thousandth of a byte is no byte. */
const BYTES_OF_ROUNDING = 1e-3;

export const SUBMISSIONS_TO_OOM = formula({
  reference,
  label: 'Submissions until metaspace is full',
  unit: 'count',
  inputs: { limit: 'bytes', base: 'bytes', leak: 'bytes' },
  text: '⌊max(0, limit − base) ÷ leak⌋',
  compute: ({ limit, base, leak }) => {
    const room = Math.max(0, limit - base);
    const nearest = Math.round(room / leak);
    const isWhole = nearest * leak - room <= BYTES_OF_ROUNDING * Math.min(1, leak);
    return isWhole ? nearest : Math.floor(room / leak);
  },
});

export const TIME_OF_SUBMISSIONS = formula({
  reference,
  label: 'Time from a fresh start until metaspace is full',
  unit: 'ms',
  inputs: { submissions: 'count', submissionsPerSecond: 'perSecond' },
  text: 'submissions ÷ submissionsPerSecond × 1 s',
  compute: ({ submissions, submissionsPerSecond }) => (submissions / submissionsPerSecond) * 1000,
});

export const TIME_TO_OOM = formula({
  reference,
  label: 'Time until metaspace is full',
  unit: 'ms',
  inputs: { limit: 'bytes', used: 'bytes', growth: 'bytesPerSecond' },
  text: 'max(0, limit − used) ÷ growth × 1 s',
  compute: ({ limit, used, growth }) => (Math.max(0, limit - used) / growth) * 1000,
});

export const RESTART_PERIOD = formula({
  reference,
  label: 'Restart the cluster each',
  unit: 'ms',
  inputs: { oomAfter: 'ms', safety: 'ratio' },
  text: 'oomAfter × safety',
  compute: ({ oomAfter, safety }) => oomAfter * safety,
});

export const METASPACE_FORMULAS = [
  ...textsOf(LEAK_TREND),
  ...textsOf(GROWTH_TREND),
  LEAK_OF_CLASSES,
  BASE_OF_SUBMISSIONS,
  BASE_OF_TIME,
  SUBMISSION_RATE,
  GROWTH,
  SUBMISSIONS_TO_OOM,
  TIME_OF_SUBMISSIONS,
  TIME_TO_OOM,
  RESTART_PERIOD,
];

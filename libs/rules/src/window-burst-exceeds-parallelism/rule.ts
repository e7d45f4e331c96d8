import { distinctKeys, durationInWords } from '@plimsoll/checkpoint';
import type { LintOperator } from '../facts.js';
import { givenEvidence } from '../option-evidence.js';
import { grouped, recordsIn, subtasksOf } from '../records-in.js';
import type { Rule } from '../rule.js';

/** How long one firing emits, and how busy the operator behind it may be, where nothing is said of it (F1.5). */
const USUAL_DRAIN_MS = 10_000;
const TARGET_UTILIZATION = 0.8;
const MICROS_PER_SECOND = 1_000_000;

export const rule: Rule = {
  id: 'window-burst-exceeds-parallelism',
  family: 'dataflow',
  severity: 'warning',
  title: 'A firing is more than the operator behind it takes',
  why: 'All windows of one slide fire on the same watermark, so their results leave within seconds and not over the slide. The operator behind gets its load of minutes at once; while it works through it the window is held back and processes no input, and lag and checkpoints jump with each firing.',
  remedy:
    'Size the operator behind a window for the burst, let windows fire at different times (an offset for each key), or aggregate before it.',
  reference: 'F1.5',
  source: 'Keep it going',
  needs: ['workload'],
  check(facts) {
    const { workload } = facts;
    const windows = workload?.operators.filter(
      ({ window, keys }) => window !== undefined && keys !== undefined,
    );
    if (workload === undefined || windows === undefined || windows.length === 0) return [];
    const rates = recordsIn(workload);
    const leaving = grouped(workload.edges, ({ from }) => from);
    return windows.flatMap((operator) => {
      const firing = firingOf(operator, rates.get(operator.id) ?? null);
      if (firing === null) return [];
      return (leaving.get(operator.id) ?? []).flatMap(({ to, share = 1 }) => {
        const at = workload.operators.findIndex(({ id }) => id === to);
        const receiver = workload.operators[at];
        const micros = receiver?.cpuMicrosPerRecord;
        const subtasks = receiver === undefined ? null : subtasksOf(facts, receiver);
        if (micros === undefined || subtasks === null) return [];
        const records = (firing.results * share * 1000) / firing.drainMs;
        const needed = Math.ceil((records * micros) / (TARGET_UTILIZATION * MICROS_PER_SECOND));
        if (needed <= subtasks) return [];
        return [
          {
            message: `Each firing of ${operator.id} emits ${Math.round(firing.results * share)} results within ${durationInWords(firing.drainMs)}. ${to} has ${subtasks} subtasks, and ${needed} are needed to take that at ${TARGET_UTILIZATION * 100} %.`,
            path: `/workload/operators/${at}/parallelism`,
            evidence: [
              givenEvidence('results of one firing', firing.results * share, 'count', 'F1.6'),
              givenEvidence(
                'processor time',
                micros,
                'micros',
                `/workload/operators/${at}/cpuMicrosPerRecord`,
              ),
              givenEvidence('subtasks', subtasks, 'count', `/workload/operators/${at}/parallelism`),
            ],
          },
        ];
      });
    });
  },
};

/** What a tumbling or sliding window emits at once: a result for each key that it met, and within what time. */
function firingOf(
  { window, keys, selectivity = 1 }: LintOperator,
  recordsPerSecond: number | null,
): { readonly results: number; readonly drainMs: number } | null {
  const size = window?.size;
  if (window === undefined || keys === undefined || recordsPerSecond === null || size === undefined)
    return null;
  if (window.assigner !== 'tumbling' && window.assigner !== 'sliding') return null;
  const slide = window.assigner === 'sliding' ? window.slide : size;
  if (slide === undefined || slide <= 0 || keys < 1) return null;
  return {
    results: distinctKeys(keys, (recordsPerSecond * size) / 1000) * selectivity,
    drainMs: Math.min(USUAL_DRAIN_MS, slide),
  };
}

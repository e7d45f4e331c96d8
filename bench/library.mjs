import { capacity } from '@plimsoll/planner';
import { byTurns, rateOf, report } from './measure.mjs';
import { fiftyOperators, SAMPLE } from './workloads.mjs';

/** The library alone, on one core: validated, traced, `smallest` included. Beside it, what writing the answer as JSON costs. */
export async function library() {
  for (const { what, request, target, batch } of [
    { what: 'plan, 3 operators, model full', request: SAMPLE, target: 20_000, batch: 200 },
    { what: 'plan, 50 operators', request: fiftyOperators(), target: 1000, batch: 10 },
  ]) {
    const outcome = capacity(request);
    if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome.rejections));
    const plan = outcome.value;
    rateOf(() => capacity(request), { ms: 1000, batch });
    const { planned, written } = await byTurns(3, {
      planned: () => rateOf(() => capacity(request), { batch }),
      written: () => rateOf(() => JSON.stringify(plan), { batch }),
    });
    report({
      what: `${what} (${plan.steps.length} steps)`,
      unit: 'plans/s',
      measured: planned,
      reference: { what: 'its JSON', value: written, unit: '/s' },
      ratio: planned / written,
      target: `≥ ${target.toLocaleString('en')}/s`,
      reached: planned >= target,
    });
  }
}

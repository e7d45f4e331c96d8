import { capacityRequest } from '@plimsoll/testing';
import fc from 'fast-check';
import { composePlan } from '../plan.js';

/** Every number below a value, with where it stands. */
function numbersIn(value: unknown, at = ''): [at: string, value: number][] {
  if (typeof value === 'number') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => numbersIn(member, `${at}/${name}`));
}

const anyPlan = fc
  .record({
    request: capacityRequest(),
    maxRecoveryMs: fc.option(fc.integer({ min: 1000, max: 1e8 })),
    sink: fc.boolean(),
  })
  .map(({ request: { workload, cluster, checkpointing }, maxRecoveryMs, sink }) => {
    const machine = { ...cluster.machine, networkIn: 1e9, networkOut: 1e9 };
    const kafka =
      sink && workload.operators.some(({ kind, connector }) => kind === 'sink' && connector === 'kafka');
    return {
      workload,
      cluster: { ...cluster, machine },
      checkpointing,
      ...(maxRecoveryMs !== null && { objectives: { maxRecoveryMs } }),
      ...(kafka && { kafkaSink: { downtimeMs: 60_000 } }),
    };
  });

describe('checkpointing of any plan', () => {
  it('has finite figures, steps of its own, and a recovery that agrees with the tuning', () => {
    fc.assert(
      fc.property(anyPlan, (inputs) => {
        const plan = composePlan(inputs);
        if (plan.kind === 'rejected') return;
        const { capacity, checkpointing } = plan.value;
        if (checkpointing === null) return;
        expect(numbersIn(checkpointing).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
        const known = new Set(capacity.steps.map(({ key }) => key));
        expect(checkpointing.steps.filter(({ key }) => known.has(key))).toEqual([]);
        const { recovery } = checkpointing;
        if (recovery === null) return;
        const judged = checkpointing[recovery.of];
        const [here, there] = [recovery.recoveryMs, judged?.recoveryMs ?? null];
        expect(here === null).toBe(there === null);
        if (here !== null && there !== null) expect(Math.abs(here - there)).toBeLessThanOrEqual(1e-6 * there);
      }),
      { numRuns: 40 },
    );
  });
});

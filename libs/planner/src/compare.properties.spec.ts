import { capacityRequest } from '@plimsoll/testing';
import fc from 'fast-check';
import { type ComparedPlan, comparePlans } from './compare.js';
import { composePlan } from './plan.js';
import type { CapacityRequest } from './request.js';

const RUNS = { numRuns: 40 };

/** A small cluster of the given size, so that the search for the smallest one is short. */
function planOf({ workload, cluster, checkpointing }: CapacityRequest): ComparedPlan {
  const { stateDisk } = cluster.machine;
  const machine = {
    networkIn: 1e17,
    networkOut: 1e17,
    ...(stateDisk === undefined ? {} : { stateDisk: { attachment: stateDisk.attachment } }),
  };
  const inputs = { workload, cluster: { ...cluster, machine }, checkpointing };
  const plan = composePlan(inputs);
  if (plan.kind === 'rejected') throw new Error(JSON.stringify(plan.rejections));
  return { inputs, capacity: plan.value.capacity, findings: plan.value.findings };
}

describe('the comparison of any two plans', () => {
  it('is empty where the inputs are the same', () => {
    fc.assert(
      fc.property(capacityRequest(), (request) => {
        const { inputs, results, flows, findings } = comparePlans(planOf(request), planOf(request));
        expect([inputs, results, flows, findings]).toEqual([[], [], [], { new: [], resolved: [] }]);
      }),
      RUNS,
    );
  });

  it('is inverted when they are swapped', () => {
    fc.assert(
      fc.property(capacityRequest(), capacityRequest(), (one, other) => {
        const [base, head] = [planOf(one), planOf(other)];
        const there = comparePlans(base, head);
        const back = comparePlans(head, base);
        expect(back.findings).toEqual({ new: there.findings.resolved, resolved: there.findings.new });
        expect(back.results.map(({ key, base, head }) => [key, head, base])).toEqual(
          there.results.map(({ key, base, head }) => [key, base, head]),
        );
        expect(new Set(back.flows.map(({ id, base, head }) => `${id} ${head} ${base}`))).toEqual(
          new Set(there.flows.map(({ id, base, head }) => `${id} ${base} ${head}`)),
        );
      }),
      RUNS,
    );
  });
});

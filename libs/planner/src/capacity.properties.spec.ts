import { capacityRequest, checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { capacity } from './capacity.js';
import { reading } from './ledger-reading.js';
import { PARAMETERS } from './parameters.js';
import type { CapacityRequest } from './request.js';
import { type CapacityPlan, RESOURCES } from './result.js';

const RUNS = { numRuns: 60 };

/** On machines that hold anything, so that the search for the smallest cluster, which has its own test, ends at once. */
const requests = capacityRequest().map((request): CapacityRequest => {
  const { stateDisk, cores: _cores, memory: _memory } = request.cluster.machine;
  const machine = {
    networkIn: 1e17,
    networkOut: 1e17,
    ...(stateDisk === undefined ? {} : { stateDisk: { attachment: stateDisk.attachment } }),
  };
  return { ...request, cluster: { ...request.cluster, machine } };
});
const planOf = (request: CapacityRequest): CapacityPlan => {
  const outcome = capacity(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
};
const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
const ids = PARAMETERS.map(({ id }) => id);

describe('any plan', () => {
  it('has ledgers whose total is the sum of their flows, and a running total that ends there', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planOf(request);
        for (const resource of RESOURCES) {
          const ledger = reading(plan.perMachine[resource]);
          if (ledger === undefined) continue;
          const total = [...ledger.flows.values()].reduce((sum, amount) => sum + amount, 0);
          expect(near(total, ledger.load)).toBe(true);
          expect(ledger.peak).toBeGreaterThanOrEqual(ledger.load * (1 - 1e-9));
        }
      }),
      RUNS,
    );
  });

  it('explains every figure by a formula that evaluates to it', () => {
    fc.assert(
      fc.property(requests, (request) => {
        checkSteps(planOf(request).steps, ids);
      }),
      RUNS,
    );
  });

  it('sends over the exchanges of all machines what they receive', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = planOf(request);
        if (plan.cluster.spread.length > 0) return;
        const shuffles = (resource: 'networkIn' | 'networkOut', kind: string) =>
          (plan.perMachine[resource]?.flows ?? [])
            .filter(({ id }) => id.startsWith(kind))
            .reduce((sum, { bytesPerSecond }) => sum + bytesPerSecond, 0);
        expect(near(shuffles('networkIn', 'shuffle-in:'), shuffles('networkOut', 'shuffle-out:'))).toBe(true);
      }),
      RUNS,
    );
  });

  it('is the same made anew', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(JSON.stringify(planOf(request))).toBe(JSON.stringify(planOf(structuredClone(request))));
      }),
      { numRuns: 50 },
    );
  });

  it('holds no number that JSON cannot carry', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const numbers: number[] = [];
        JSON.stringify(planOf(request), (_, value: unknown) => {
          if (typeof value === 'number') numbers.push(value);
          return value;
        });
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
      RUNS,
    );
  });

  it('has no shuffle on one machine', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { placement: _, ...cluster } = request.cluster;
        const outcome = capacity({ ...request, cluster: { ...cluster, machines: 1 } });
        if (outcome.kind === 'rejected') return;
        const flows = outcome.value.perMachine.networkIn?.flows ?? [];
        expect(
          flows.filter(({ id, bytesPerSecond }) => id.startsWith('shuffle-') && bytesPerSecond > 0),
        ).toEqual([]);
      }),
      RUNS,
    );
  });

  it('never carries less of any resource when a source sends more', () => {
    fc.assert(
      fc.property(requests, fc.double({ min: 1, max: 10, noNaN: true }), (request, factor) => {
        const machines = planOf(request).machines;
        const fixed = { ...request, cluster: { ...request.cluster, machines } };
        const operators = request.workload.operators.map((operator) =>
          operator.recordsPerSecond === undefined
            ? operator
            : { ...operator, recordsPerSecond: operator.recordsPerSecond * factor },
        );
        const before = capacity(fixed);
        const after = capacity({ ...fixed, workload: { ...request.workload, operators } });
        if (before.kind === 'rejected' || after.kind === 'rejected') return;
        const sessions = operators.some(({ window }) => window?.assigner === 'session');
        if (sessions || before.value.cluster.spread.length > 0) return;
        for (const resource of RESOURCES) {
          const less = reading(before.value.perMachine[resource])?.load ?? 0;
          const more = reading(after.value.perMachine[resource])?.load ?? 0;
          expect(more).toBeGreaterThanOrEqual(less * (1 - 1e-9));
        }
      }),
      RUNS,
    );
  });

  it('names a smallest cluster that fits, whose every smaller neighbour does not', () => {
    fc.assert(
      fc.property(capacityRequest({ innerOperators: 3 }), (request) => {
        const { placement: _, ...cluster } = request.cluster;
        const plan = planOf(request);
        const { machines, rejected } = plan.smallest;
        if (machines === null) return;
        expect(rejected.map((row) => row.machines)).toEqual(
          Array.from({ length: machines - 1 }, (_row, at) => at + 1),
        );
        for (const count of [machines, machines - 1]) {
          const tried = capacity({ ...request, cluster: { ...cluster, machines: count } });
          if (count === 0 || tried.kind === 'rejected' || request.cluster.placement !== undefined) continue;
          expect(tried.value.fits).toBe(count === machines);
        }
      }),
      { numRuns: 30 },
    );
  });
});

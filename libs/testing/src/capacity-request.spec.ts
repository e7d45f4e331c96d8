import {
  ASSIGNERS,
  type CapacityRequest,
  capacity,
  JOIN_TYPES,
  OPERATOR_KINDS,
  SHIP_STRATEGIES,
} from '@plimsoll/planner';
import fc from 'fast-check';
import { capacityRequest } from './capacity-request.js';

const SEED = 1847;

describe('capacityRequest', () => {
  it('makes requests that can be planned', () => {
    fc.assert(
      fc.property(capacityRequest(), (request) => {
        const outcome = capacity(request);
        expect(outcome.kind === 'rejected' ? outcome.rejections : []).toEqual([]);
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  it('reaches every kind of operator, window, join, ship strategy, and what a cluster may have', () => {
    const requests = fc.sample(capacityRequest(), { numRuns: 400, seed: SEED });
    const operators = requests.flatMap(({ workload }) => workload.operators);
    const found = (values: readonly unknown[]) => new Set(values.filter((value) => value !== undefined));
    const share = (has: (request: CapacityRequest) => boolean) =>
      requests.filter(has).length / requests.length;

    expect(found(operators.map(({ kind }) => kind))).toEqual(new Set(OPERATOR_KINDS));
    expect(found(operators.map(({ window }) => window?.assigner))).toEqual(new Set(ASSIGNERS));
    expect(found(operators.map(({ join }) => join?.type))).toEqual(new Set(JOIN_TYPES));
    expect(
      found(requests.flatMap(({ workload }) => workload.edges.map((edge) => edge.shipStrategy))),
    ).toEqual(new Set(SHIP_STRATEGIES));
    expect(share(({ cluster }) => cluster.placement !== undefined)).toBeGreaterThan(0.2);
    expect(share(({ cluster }) => cluster.machines === undefined)).toBeGreaterThan(0.05);
    expect(share(({ cluster }) => cluster.machine.stateDisk?.attachment === 'network')).toBeGreaterThan(0.1);
    expect(share(({ checkpointing }) => checkpointing?.incremental === true)).toBeGreaterThan(0.1);
    expect(
      share(({ workload }) => workload.operators.some(({ state }) => state !== undefined)),
    ).toBeGreaterThan(0.3);
    expect(share(({ workload }) => workload.edges.length > workload.operators.length)).toBeGreaterThan(0.1);
  });

  it('fixes the model where one is asked for', () => {
    const models = fc.sample(capacityRequest({ model: 'talk' }), 20).map(({ model }) => model);
    expect(new Set(models)).toEqual(new Set(['talk']));
  });
});

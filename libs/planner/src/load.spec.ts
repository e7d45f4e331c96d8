import { capacityRequest } from '@plimsoll/testing';
import fc from 'fast-check';
import { dataflow } from './dataflow.js';
import { flowsOf } from './flows.js';
import { graphOf } from './graph.js';
import { amountOn, flowTable, forEachGroup, staysLocal } from './load.js';
import { deploymentOf, placementOn, subtasksOn } from './placement.js';
import type { CapacityRequest } from './request.js';
import { RESOURCES } from './result.js';
import { scopeOf } from './scope.js';
import { operatorState } from './state.js';
import { uniformLoad } from './uniform-load.js';

function prepared(request: CapacityRequest) {
  const scope = scopeOf(request);
  const graph = graphOf(request.workload);
  const operators = dataflow(scope, graph);
  const states = operators.flatMap((flow) => operatorState(scope, flow, 1) ?? []);
  const flows = flowsOf(scope, graph, operators, states);
  return {
    flows,
    deployment: deploymentOf(scope, graph),
    operators: deploymentOf(scope, graph).parallelism.length,
  };
}

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-3);

describe('loads of machines', () => {
  it('visited group by group are those of each machine computed alone', () => {
    fc.assert(
      fc.property(capacityRequest(), fc.integer({ min: 1, max: 40 }), (request, other) => {
        const { flows, deployment, operators } = prepared(request);
        const machines = Math.min(request.cluster.machines ?? other, 60);
        const placement = placementOn(deployment, machines);
        const visited: number[][] = [];
        const table = flowTable(flows, operators);
        forEachGroup(table, placement, (group, loads) => {
          for (let at = 0; at < group.machines; at++) visited.push([...loads]);
        });
        expect(visited).toHaveLength(machines);
        visited.forEach((loads, machine) => {
          RESOURCES.forEach((resource, place) => {
            const alone = flows
              .filter((flow) => flow.resources.includes(resource) && !staysLocal(flow, placement))
              .reduce((sum, flow) => sum + amountOn(flow, placement, machine), 0);
            expect([resource, machine, near(loads[place] ?? 0, alone) ? alone : loads[place]]).toEqual([
              resource,
              machine,
              alone,
            ]);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('receive over all machines what they send, however subtasks are placed', () => {
    fc.assert(
      fc.property(capacityRequest(), (request) => {
        const { flows, deployment, operators } = prepared(request);
        const placement = placementOn(deployment, request.cluster.machines ?? 7);
        const { overMachines } = forEachGroup(flowTable(flows, operators), placement, () => undefined);
        const over = (kind: string) =>
          flows.reduce((sum, flow, at) => sum + (flow.kind === kind ? (overMachines[at] ?? 0) : 0), 0);
        expect(near(over('shuffle-in'), over('shuffle-out'))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('of alike machines follow from three sums, for any number of them', () => {
    fc.assert(
      fc.property(capacityRequest(), fc.integer({ min: 1, max: 50 }), (request, machines) => {
        const { flows, deployment, operators } = prepared(request);
        const uniform = uniformLoad(flows, deployment);
        if (!uniform.applies(machines)) return;
        const expected = uniform.on(machines);
        let groups = 0;
        forEachGroup(flowTable(flows, operators), placementOn(deployment, machines), (_, loads) => {
          groups += 1;
          loads.forEach((load, place) => {
            expect(near(load, expected[place] ?? 0)).toBe(true);
          });
        });
        expect(groups).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it('spread 7 subtasks over 3 machines as 3, 2, 2', () => {
    const placement = placementOn(
      { parallelism: [7], single: [false], explicit: [null], slotsPerMachine: 1 },
      3,
    );
    expect([0, 1, 2].map((machine) => subtasksOn(placement, 0, machine))).toEqual([3, 2, 2]);
  });
});

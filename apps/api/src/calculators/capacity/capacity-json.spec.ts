import { capacity } from '@plimsoll/planner';
import { capacityRequest } from '@plimsoll/testing';
import fc from 'fast-check';
import { capacityJson } from './capacity-json.js';
import { exactSizes } from './exact-sizes.js';

describe('a plan as JSON', () => {
  it('is the text that JSON.stringify gives', () => {
    fc.assert(
      fc.property(capacityRequest({ innerOperators: 3 }), (request) => {
        const outcome = capacity({ ...request, cluster: { ...request.cluster, targetUtilization: 1 } });
        if (outcome.kind === 'rejected') return;
        expect(capacityJson(outcome.value)).toBe(JSON.stringify(exactSizes(outcome.value)));
      }),
      { numRuns: 30 },
    );
  });
});

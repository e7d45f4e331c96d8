import { capacity } from '@plimsoll/planner';
import { accept } from '../../fields/accept.js';
import { CapacityRequestModel } from './capacity-request.model.js';
import { exactSizes } from './exact-sizes.js';
import { KEEP_IT_GOING } from './keep-it-going.js';

const planOf = (machine: object) =>
  accept(
    CapacityRequestModel,
    { ...KEEP_IT_GOING, cluster: { machines: 5, machine: { ...KEEP_IT_GOING.cluster.machine, ...machine } } },
    (request) => capacity(request),
  );

describe('a plan as it travels', () => {
  it('is the planner’s own object where no size is too large for a number', () => {
    const plan = planOf({});
    expect(exactSizes(plan)).toBe(plan);
  });

  it('has sizes above 2^53 − 1 as digits, and nothing else changed', () => {
    const plan = planOf({ stateDisk: { attachment: 'network', size: '9007199254740994' } });
    const sent: unknown = JSON.parse(JSON.stringify(exactSizes(plan)));
    expect(sent).toMatchObject({ perMachine: { diskSpace: { capacityBytes: '9007199254740994' } } });
    expect(
      JSON.parse(JSON.stringify(sent), (_name, value) =>
        value === '9007199254740994' ? 9007199254740994 : value,
      ),
    ).toEqual(JSON.parse(JSON.stringify(plan)));
  });
});

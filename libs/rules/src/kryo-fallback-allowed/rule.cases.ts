import type { RuleCases } from '../rule-cases.js';

const GENERIC = 'pipeline.generic-types';

export const cases: RuleCases = {
  fires: [
    {
      name: 'nobody looked for such types',
      flinkVersion: '1.20',
      config: {},
      job: { type: 'streaming' },
      path: GENERIC,
      severity: 'info',
    },
    {
      name: 'there are none, so Kryo can be forbidden',
      flinkVersion: '2.3',
      config: { [GENERIC]: 'true' },
      job: { genericTypes: [] },
      path: GENERIC,
      fix: { set: { [GENERIC]: 'false' }, unset: [] },
    },
  ],
  silent: [
    { name: 'it is forbidden', flinkVersion: '1.20', config: { [GENERIC]: 'false' }, job: {} },
    {
      name: 'some are known, which another rule says',
      flinkVersion: '1.20',
      config: {},
      job: { genericTypes: ['com.example.Event'] },
    },
  ],
};

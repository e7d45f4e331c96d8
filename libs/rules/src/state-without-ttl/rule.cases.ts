import type { LintOperator } from '../facts.js';
import type { RuleCases } from '../rule-cases.js';

const job = (...operators: LintOperator[]) => ({ workload: { operators, edges: [] } });
const join = (type: string, stateTtl?: number): LintOperator => ({
  id: 'orders',
  kind: 'join',
  join: { type, ...(stateTtl !== undefined && { stateTtl }) },
});
const sessions = (timeToLive?: number): LintOperator => ({
  id: 'sessions',
  kind: 'process',
  state: { entryBytes: 100, newKeysPerSecond: 50, ...(timeToLive !== undefined && { timeToLive }) },
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a regular join of two streams',
      flinkVersion: '1.20',
      config: {},
      ...job(join('regular')),
      path: '/workload/operators/0',
    },
    {
      name: 'a time to live of 0 is none',
      flinkVersion: '2.3',
      config: { 'table.exec.state.ttl': '0 ms' },
      ...job({ id: 's', kind: 'source' }, join('regular', 0)),
      path: '/workload/operators/1',
    },
    {
      name: 'fifty new keys a second, and none is dropped: 432 MB a day',
      flinkVersion: '1.13',
      config: {},
      ...job(sessions()),
      path: '/workload/operators/0',
    },
  ],
  silent: [
    {
      name: 'the time to live of the whole job',
      flinkVersion: '1.20',
      config: { 'table.exec.state.ttl': '1 d' },
      ...job(join('regular'), sessions()),
    },
    {
      name: 'each has one of its own',
      flinkVersion: '2.3',
      config: {},
      ...job(join('regular', 3_600_000), sessions(1)),
    },
    {
      name: 'an interval join drops what is past',
      flinkVersion: '1.20',
      config: {},
      ...job(join('interval')),
    },
    {
      name: 'a window drops what is past',
      flinkVersion: '1.20',
      config: {},
      ...job({ ...sessions(), kind: 'window', window: { assigner: 'tumbling', size: 60_000 } }),
    },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const PERIODIC = 'kubernetes.operator.periodic.savepoint.interval';
const AGE = 'kubernetes.operator.savepoint.history.max.age';
const COUNT = 'kubernetes.operator.savepoint.history.max.count';
const deployment = { kind: 'FlinkDeployment', upgradeMode: 'savepoint' } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'one a day, kept for a day',
      flinkVersion: '1.20',
      config: { [PERIODIC]: '1 d' },
      deployment,
      path: AGE,
      fix: { set: { [AGE]: '2 d' }, unset: [] },
    },
    {
      name: 'a little more than 12 hours apart',
      flinkVersion: '2.3',
      config: { [PERIODIC]: '12 h', [AGE]: '86399 s' },
      deployment,
      path: AGE,
    },
    {
      name: 'only one may be kept',
      flinkVersion: '1.20',
      config: { [PERIODIC]: '1 h', [COUNT]: '1' },
      deployment,
      path: COUNT,
      fix: { set: { [COUNT]: '2' }, unset: [] },
    },
  ],
  silent: [
    { name: '12 hours apart', flinkVersion: '1.20', config: { [PERIODIC]: '12 h' }, deployment },
    {
      name: 'the operator deletes none',
      flinkVersion: '1.20',
      config: { [PERIODIC]: '1 d', 'kubernetes.operator.savepoint.cleanup.enabled': 'false' },
      deployment,
    },
    { name: 'the operator takes none', flinkVersion: '1.20', config: {}, deployment },
  ],
};

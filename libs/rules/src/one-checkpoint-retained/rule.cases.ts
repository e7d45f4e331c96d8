import type { RuleCases } from '../rule-cases.js';

const INTERVAL = { 'execution.checkpointing.interval': '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'nothing is said of it',
      flinkVersion: '1.20',
      config: INTERVAL,
      path: 'execution.checkpointing.num-retained',
      severity: 'info',
      fix: { set: { 'execution.checkpointing.num-retained': '2' }, unset: [] },
    },
    {
      name: 'none is no number that Flink takes',
      flinkVersion: '1.17',
      config: { ...INTERVAL, 'state.checkpoints.num-retained': '0' },
      path: 'state.checkpoints.num-retained',
      severity: 'warning',
    },
    {
      name: 'by the key of 1.x, in 2.x',
      flinkVersion: '2.3',
      config: { ...INTERVAL, 'state.checkpoints.num-retained': '1' },
      path: 'state.checkpoints.num-retained',
      fix: {
        set: { 'execution.checkpointing.num-retained': '2' },
        unset: ['state.checkpoints.num-retained'],
      },
    },
  ],
  silent: [
    {
      name: 'two are kept',
      flinkVersion: '1.20',
      config: { ...INTERVAL, 'execution.checkpointing.num-retained': '2' },
    },
    { name: 'there are no checkpoints', flinkVersion: '1.20', config: {} },
  ],
};

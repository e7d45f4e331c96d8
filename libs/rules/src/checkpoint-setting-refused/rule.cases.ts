import type { RuleCases } from '../rule-cases.js';

const of = (name: string): string => `execution.checkpointing.${name}`;

export const cases: RuleCases = {
  fires: [
    {
      name: 'an interval of 0 is refused, it does not turn checkpoints off',
      flinkVersion: '1.20',
      config: { [of('interval')]: '0' },
      path: of('interval'),
    },
    {
      name: 'one millisecond below the shortest interval',
      flinkVersion: '2.3',
      config: { [of('interval')]: '9 ms' },
      path: of('interval'),
    },
    {
      name: 'a timeout without its unit is milliseconds',
      flinkVersion: '1.18',
      config: { [of('interval')]: '1 min', [of('timeout')]: '5' },
      path: of('timeout'),
      fix: { set: {}, unset: [of('timeout')] },
    },
    {
      name: 'no checkpoint may run',
      flinkVersion: '1.13',
      config: { [of('interval')]: '1 min', [of('max-concurrent-checkpoints')]: '0' },
      path: of('max-concurrent-checkpoints'),
    },
    {
      name: 'unlimited failures are not written as −1',
      flinkVersion: '1.20',
      config: { [of('interval')]: '1 min', [of('tolerable-failed-checkpoints')]: '-1' },
      path: of('tolerable-failed-checkpoints'),
    },
    {
      name: 'more checkpoints during a backlog than otherwise',
      flinkVersion: '1.19',
      config: { [of('interval')]: '1 min', [of('interval-during-backlog')]: '59 s' },
      path: of('interval-during-backlog'),
      fix: { set: { [of('interval-during-backlog')]: '1 min' }, unset: [] },
    },
  ],
  silent: [
    {
      name: 'the shortest that Flink takes',
      flinkVersion: '2.3',
      config: { [of('interval')]: '10 ms', [of('timeout')]: '10 ms', [of('min-pause')]: '0' },
    },
    {
      name: 'no checkpoints during a backlog',
      flinkVersion: '1.20',
      config: { [of('interval')]: '1 min', [of('interval-during-backlog')]: '0' },
    },
    {
      name: 'as many during a backlog as otherwise',
      flinkVersion: '2.0',
      config: { [of('interval')]: '1 min', [of('interval-during-backlog')]: '60 s' },
    },
  ],
};

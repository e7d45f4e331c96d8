import type { RuleCases } from '../rule-cases.js';

const rules = { set: 'development' } as const;

export const cases: RuleCases = {
  fires: [
    {
      name: 'two of three settings are the default, told once',
      flinkVersion: '1.20',
      config: { 'rest.port': '8081', 'heartbeat.timeout': '50000', 'parallelism.default': '4' },
      rules,
      path: 'heartbeat.timeout',
    },
    {
      name: 'a default of that version only',
      flinkVersion: '1.18',
      config: { 'restart-strategy.exponential-delay.max-backoff': '5 min' },
      rules,
      path: 'restart-strategy.exponential-delay.max-backoff',
    },
  ],
  silent: [
    {
      name: 'the default of another version',
      flinkVersion: '1.19',
      config: { 'restart-strategy.exponential-delay.max-backoff': '5 min' },
      rules,
    },
    {
      name: 'a part of memory that Flink divides otherwise where it is set',
      flinkVersion: '1.20',
      config: { 'taskmanager.memory.managed.fraction': '0.4' },
      rules,
    },
    {
      name: 'an own key that keeps an old one from being read',
      flinkVersion: '1.20',
      config: { 'execution.checkpointing.num-retained': '1', 'state.checkpoints.num-retained': '3' },
      rules,
    },
    { name: 'in production it is not asked', flinkVersion: '1.20', config: { 'rest.port': '8081' } },
  ],
};

import type { RuleCases } from '../rule-cases.js';

const TIMEOUT = 'execution.checkpointing.timeout';
const config = { 'execution.checkpointing.interval': '5 min', [TIMEOUT]: '1 min' };

export const cases: RuleCases = {
  fires: [
    {
      name: 'a millisecond less than three times the duration',
      flinkVersion: '1.20',
      config: { ...config, [TIMEOUT]: '59999 ms' },
      checkpointing: { durationMs: 20_000 },
      path: TIMEOUT,
      fix: { set: { [TIMEOUT]: '1 min' }, unset: [] },
    },
    {
      name: 'just long enough',
      flinkVersion: '2.3',
      config,
      checkpointing: { durationMs: 60_000 },
      path: TIMEOUT,
    },
  ],
  silent: [
    {
      name: 'three times the duration',
      flinkVersion: '1.20',
      config,
      checkpointing: { durationMs: 20_000 },
    },
    {
      name: 'too short at all, which another rule says',
      flinkVersion: '1.20',
      config,
      checkpointing: { durationMs: 60_001 },
    },
  ],
};

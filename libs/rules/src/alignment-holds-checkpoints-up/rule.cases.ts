import type { RuleCases } from '../rule-cases.js';

const INTERVAL = { 'execution.checkpointing.interval': '5 min' };
const UNALIGNED = 'execution.checkpointing.unaligned.enabled';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a millisecond more than half of the checkpoint',
      flinkVersion: '1.20',
      config: INTERVAL,
      checkpointing: { durationMs: 60_000, alignmentMs: 30_001 },
      path: UNALIGNED,
      fix: {
        set: { [UNALIGNED]: 'true', 'execution.checkpointing.aligned-checkpoint-timeout': '30 s' },
        unset: [],
      },
    },
    {
      name: 'the first version that has unaligned checkpoints, and it takes one at a time',
      flinkVersion: '1.11',
      config: { ...INTERVAL, 'execution.checkpointing.max-concurrent-checkpoints': '2' },
      checkpointing: { durationMs: 60_000, alignmentMs: 50_000 },
      path: 'execution.checkpointing.unaligned',
      fix: {
        set: {
          'execution.checkpointing.unaligned': 'true',
          'execution.checkpointing.max-concurrent-checkpoints': '1',
        },
        unset: [],
      },
    },
  ],
  silent: [
    {
      name: 'half of the checkpoint',
      flinkVersion: '1.20',
      config: INTERVAL,
      checkpointing: { durationMs: 60_000, alignmentMs: 30_000 },
    },
    {
      name: 'checkpoints of less than a second',
      flinkVersion: '1.20',
      config: INTERVAL,
      checkpointing: { durationMs: 1000, alignmentMs: 999 },
    },
    {
      name: 'barriers need not be aligned for at-least-once',
      flinkVersion: '2.3',
      config: { ...INTERVAL, 'execution.checkpointing.mode': 'AT_LEAST_ONCE' },
      checkpointing: { durationMs: 60_000, alignmentMs: 50_000 },
    },
    {
      name: 'a version without unaligned checkpoints',
      flinkVersion: '1.10',
      config: INTERVAL,
      checkpointing: { durationMs: 60_000, alignmentMs: 50_000 },
    },
  ],
};

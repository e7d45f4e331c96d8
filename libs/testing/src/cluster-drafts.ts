import type { Checkpointing, Cluster } from '@plimsoll/planner';
import fc from 'fast-check';

/** Clusters and checkpointing with valid values; placement comes when the operators are known. */
const sometimes = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });

const bandwidth = fc.integer({ min: 1_000_000, max: 12_500_000_000 });
const bytes = fc.integer({ min: 1_000_000, max: 4_000_000_000_000 });

const machine: fc.Arbitrary<Cluster['machine']> = fc.record({
  networkIn: bandwidth,
  networkOut: bandwidth,
  cores: sometimes(fc.integer({ min: 1, max: 128 })),
  memory: sometimes(bytes),
  stateDisk: sometimes(
    fc.record({
      attachment: fc.constantFrom('local', 'network'),
      size: sometimes(fc.oneof(bytes, bytes.map(String))),
      readBandwidth: sometimes(bandwidth),
      writeBandwidth: sometimes(bandwidth),
      iops: sometimes(fc.integer({ min: 100, max: 1_000_000 })),
    }),
  ),
});

/** At most 12 machines, so that placements stay readable. */
export const clusterDraft: fc.Arbitrary<Omit<Cluster, 'placement'>> = fc.record({
  machines: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined, freq: 5 }),
  machine,
  taskManagersPerMachine: sometimes(fc.integer({ min: 1, max: 3 })),
  slotsPerTaskManager: sometimes(fc.integer({ min: 1, max: 8 })),
  stateBackend: sometimes(fc.constantFrom('hashmap', 'rocksdb', 'forst')),
  targetUtilization: sometimes(fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100)),
});

const duration = fc.integer({ min: 1, max: 3_600_000 });

export const checkpointingDraft: fc.Arbitrary<Checkpointing | undefined> = sometimes(
  fc.record(
    {
      interval: duration,
      incremental: fc.boolean(),
      minPause: fc.integer({ min: 0, max: 600_000 }),
      timeout: duration,
      uploadBytesPerSecond: bandwidth,
      readBackRatio: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    },
    { requiredKeys: ['interval'] },
  ),
);

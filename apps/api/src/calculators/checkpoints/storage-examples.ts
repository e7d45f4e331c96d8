/** The need that the table of the talk “3 Flink Mistakes” is judged by, and a state that no heap holds. */
export const LARGE_STATE = {
  flinkVersion: '1.20',
  need: { bytes: '500 GB', iops: 60_000, bytesPerSecond: '200 MB/s' },
  state: {
    stateBytes: 100_000_000_000,
    heapBytes: 4_000_000_000,
    managedBytes: 8_000_000_000,
    localDiskBytes: 950_000_000_000,
    accessesPerSecond: '20k/s',
    cacheHitRatio: 0.9,
    stateBackend: 'rocksdb',
    volumePath: '/data',
  },
};

/** Two rows of a price list of one’s own instead of that table. */
export const OWN_PRICES = {
  need: {
    bytes: '200 GB',
    iops: 10_000,
    bytesPerSecond: '100 MB/s',
    ioBytes: 16_384,
    mustSurviveInstance: true,
  },
  options: [
    {
      id: 'network-ssd',
      asOf: '2026-01',
      source: 'our contract',
      bytes: '500 GB',
      readIops: 12_000,
      bytesPerSecond: '250 MB/s',
      survivesInstance: true,
      medium: 'FLASH',
      usdPerMonth: 92,
    },
    {
      id: 'instance-nvme',
      asOf: '2026-01',
      bytes: '475 GB',
      readIops: 90_000,
      survivesInstance: false,
      medium: 'FLASH',
      usdPerMonth: 40,
    },
  ],
};

import type { FootprintSource } from './result.js';

export const TINY_FLINK: FootprintSource = {
  id: 'talk',
  title: 'Metzger, ‘Tiny Flink: Minimizing the Memory Footprint of Apache Flink’ (2023)',
  setup: 'Flink 1.17 on an Apple M1 Max with 10 cores; no checkpoints, no RocksDB, next to no state',
};

export const MEASUREMENT: FootprintSource = {
  id: 'measured',
  title: 'Measured on a MiniCluster',
  setup:
    'Flink 1.20.5, OpenJDK 17.0.15 on 64-bit Linux with glibc, 2 cores, one TaskManager with one slot, parallelism 1, no checkpoints, no RocksDB, next to no state; Kafka 3.9 with 4 partitions and records of 1 kB at 1 MB/s; single runs',
};

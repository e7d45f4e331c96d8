import type { Figure } from '@plimsoll/trace';

export const SNAPSHOT_BACKENDS = ['hashmap', 'rocksdb', 'forst'] as const;
export type SnapshotBackend = (typeof SNAPSHOT_BACKENDS)[number];

/** What one operator keeps, over the whole job, as far as its checkpoints depend on it. */
export interface StateFacts {
  /** The operator, as its plan names it: unique, part of the keys of steps. */
  readonly id: string;
  /** Entries that are alive: keys × windows, or what a time to live leaves. */
  readonly entries: Figure<'count'>;
  /** Bytes of one entry in a snapshot: key, namespace, value, its timer, and what the backend puts beside them. */
  readonly snapshotEntryBytes: Figure<'bytes'>;
  /** Records that change state. */
  readonly updatesPerSecond: Figure<'perSecond'>;
  /** Distinct keys over which the updates are spread. Left out: each update is an entry of its own, as a join appends them. */
  readonly keys?: Figure<'count'>;
  /** Entries of its key that one update changes: open windows. Default: 1. */
  readonly entriesPerUpdate?: Figure<'count'>;
  /** Skew of the updates over the keys; 0 or left out: uniform. */
  readonly zipfExponent?: Figure<'ratio'>;
}

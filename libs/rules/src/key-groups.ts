/** Key groups end here: Flink counts them in 15 bits. */
export const MOST_KEY_GROUPS = 32_768;
/** Up to this many a key group is one byte of each key in the state. */
export const ONE_BYTE_GROUPS = 128;

/** The max parallelism that Flink takes where none is set (F2.4). */
export function standardMaxParallelism(parallelism: number): number {
  const roundedUp = 2 ** Math.ceil(Math.log2(parallelism + Math.floor(parallelism / 2)));
  return Math.min(Math.max(roundedUp, ONE_BYTE_GROUPS), MOST_KEY_GROUPS);
}

/** How key groups are divided up among the subtasks of an operator (F2.3). */
export interface KeyGroupShares {
  /** Of the subtask that has the most. */
  readonly most: number;
  /** Its share over the mean one. */
  readonly imbalance: number;
  /** The fewest subtasks whose largest share is no larger. */
  readonly asGood: number;
}

export function keyGroupShares(maxParallelism: number, parallelism: number): KeyGroupShares {
  const most = Math.ceil(maxParallelism / parallelism);
  return {
    most,
    imbalance: (most * parallelism) / maxParallelism,
    asGood: Math.ceil(maxParallelism / most),
  };
}

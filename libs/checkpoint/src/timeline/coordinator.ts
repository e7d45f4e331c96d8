/** What decides on requests sees of the run, and does to it. */
export interface Run {
  readonly inProgress: number;
  /** −Infinity before the first completion. */
  readonly lastCompletionMs: number;
  /** @param pacedByPause whether the min pause set the moment */
  trigger(nowMs: number, pacedByPause: boolean): void;
  drop(): void;
}

/** The periodic trigger of a CheckpointCoordinator, and what becomes of a request that cannot be met at once. */
export interface PeriodicTrigger {
  /** Infinity: no tick is scheduled. */
  readonly nextTickMs: number;
  readonly waiting: number;
  /** Whether requests were dropped because the queue was full. */
  readonly wasFull: boolean;
  tick(nowMs: number): void;
  afterCompletion(nowMs: number): void;
  afterFailure(nowMs: number): void;
  /** A source began or ended its backlog: from now on this interval; 0 stops the ticks. */
  changeInterval(nowMs: number, intervalMs: number): void;
}

/** A checkpoint that was triggered and has not ended. When and how it will end, if nothing ends it before, is known at once. */
export interface PendingCheckpoint {
  readonly id: number;
  readonly triggerMs: number;
  readonly endMs: number;
  /** Whether it will complete; else it expires at its end. */
  readonly completes: boolean;
}

const isBefore = (a: PendingCheckpoint, b: PendingCheckpoint): boolean =>
  a.endMs < b.endMs || (a.endMs === b.endMs && a.id < b.id);

/**
 * Pending checkpoints, the one that ends first in front. A binary heap by their ends beside a list by their ids, as there may be
 * many at once; what has left one is left in the other until it comes to the front.
 */
export class PendingCheckpoints {
  size = 0;
  private readonly heap: PendingCheckpoint[] = [];
  private byId: PendingCheckpoint[] = [];
  private oldest = 0;
  /** Ended before those older than they are. */
  private readonly overtaking = new Set<number>();
  /** All with a smaller id have ended. */
  private leastId = 0;

  get first(): PendingCheckpoint | undefined {
    while ((this.heap[0]?.id ?? Number.POSITIVE_INFINITY) < this.leastId) this.pop();
    return this.heap[0];
  }

  /** Ids ascend. */
  add(checkpoint: PendingCheckpoint): void {
    this.size++;
    this.byId.push(checkpoint);
    let at = this.heap.push(checkpoint) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.heap[parent];
      if (above === undefined || !isBefore(checkpoint, above)) break;
      this.heap[at] = above;
      at = parent;
    }
    this.heap[at] = checkpoint;
  }

  /** Takes the one in front out. */
  removeFirst(): void {
    const { first } = this;
    if (first === undefined) return;
    this.pop();
    this.size--;
    this.overtaking.add(first.id);
    this.forget();
  }

  /** Takes those out that were triggered before the given one, in the order of their ids. */
  removeOlderThan(id: number): readonly PendingCheckpoint[] {
    if ((this.byId[this.oldest]?.id ?? id) >= id) return NONE;
    const older: PendingCheckpoint[] = [];
    for (
      let next = this.byId[this.oldest];
      next !== undefined && next.id < id;
      next = this.byId[this.oldest]
    ) {
      this.oldest++;
      if (!this.overtaking.delete(next.id)) older.push(next);
    }
    this.size -= older.length;
    this.leastId = id;
    this.forget();
    return older;
  }

  /** Takes all out, in the order of their ids. */
  removeAll(): readonly PendingCheckpoint[] {
    return this.removeOlderThan(Number.POSITIVE_INFINITY);
  }

  /** Lets go of the oldest that have ended. */
  private forget(): void {
    while (this.overtaking.delete(this.byId[this.oldest]?.id ?? Number.NaN)) this.oldest++;
    if (this.oldest < KEPT || this.oldest * 2 < this.byId.length) return;
    this.byId = this.byId.slice(this.oldest);
    this.oldest = 0;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    let at = 0;
    for (;;) {
      const child = this.lesserChild(at);
      const below = this.heap[child];
      if (below === undefined || !isBefore(below, last)) break;
      this.heap[at] = below;
      at = child;
    }
    this.heap[at] = last;
  }

  private lesserChild(at: number): number {
    const left = 2 * at + 1;
    const one = this.heap[left];
    const other = this.heap[left + 1];
    return one !== undefined && other !== undefined && isBefore(other, one) ? left + 1 : left;
  }
}

const NONE: readonly PendingCheckpoint[] = [];
/** So many that have ended may stay in the list. */
const KEPT = 1024;

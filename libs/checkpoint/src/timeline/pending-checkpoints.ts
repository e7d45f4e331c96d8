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

/** Pending checkpoints, the one that ends first in front: a binary heap, as there may be many at once. */
export class PendingCheckpoints {
  private readonly heap: PendingCheckpoint[] = [];

  get size(): number {
    return this.heap.length;
  }

  get first(): PendingCheckpoint | undefined {
    return this.heap[0];
  }

  add(checkpoint: PendingCheckpoint): void {
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
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    let at = 0;
    for (;;) {
      const child = this.leastChild(at);
      const below = this.heap[child];
      if (below === undefined || !isBefore(below, last)) break;
      this.heap[at] = below;
      at = child;
    }
    this.heap[at] = last;
  }

  /** Takes those out that were triggered before the given one, in the order of their ids. */
  removeOlderThan(id: number): PendingCheckpoint[] {
    if (!this.heap.some((checkpoint) => checkpoint.id < id)) return [];
    const all = this.heap.splice(0);
    for (const checkpoint of all) if (checkpoint.id >= id) this.add(checkpoint);
    return all.filter((checkpoint) => checkpoint.id < id).sort((a, b) => a.id - b.id);
  }

  /** Takes all out, in the order of their ids. */
  removeAll(): PendingCheckpoint[] {
    return this.heap.splice(0).sort((a, b) => a.id - b.id);
  }

  private leastChild(at: number): number {
    const left = 2 * at + 1;
    const one = this.heap[left];
    const other = this.heap[left + 1];
    return one !== undefined && other !== undefined && isBefore(other, one) ? left + 1 : left;
  }
}

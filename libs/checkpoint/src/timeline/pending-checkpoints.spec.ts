import fc from 'fast-check';
import { type PendingCheckpoint, PendingCheckpoints } from './pending-checkpoints.js';

const ids = (checkpoints: readonly PendingCheckpoint[]): number[] => checkpoints.map(({ id }) => id);

/** The same in the plainest way. */
class Listed {
  list: PendingCheckpoint[] = [];
  add(checkpoint: PendingCheckpoint): void {
    this.list.push(checkpoint);
  }
  get first(): PendingCheckpoint | undefined {
    return [...this.list].sort((a, b) => a.endMs - b.endMs || a.id - b.id)[0];
  }
  removeFirst(): void {
    const { first } = this;
    this.list = this.list.filter((one) => one !== first);
  }
  removeOlderThan(id: number): PendingCheckpoint[] {
    const older = this.list.filter((one) => one.id < id);
    this.list = this.list.filter((one) => one.id >= id);
    return older;
  }
}

describe('pending checkpoints', () => {
  it('come out by their ends, and those that a completion aborts in the order of their ids', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), endMs: fc.integer({ min: 0, max: 50 }) }),
      fc.record({ kind: fc.constant('end' as const), endMs: fc.constant(0) }),
      fc.record({ kind: fc.constant('complete' as const), endMs: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const pending = new PendingCheckpoints();
        const listed = new Listed();
        let id = 0;
        for (const { kind, endMs } of steps) {
          const { first } = listed;
          expect(pending.first).toBe(first);
          if (kind === 'add') {
            const checkpoint = { id: ++id, triggerMs: 0, endMs, completes: true };
            pending.add(checkpoint);
            listed.add(checkpoint);
          } else {
            pending.removeFirst();
            listed.removeFirst();
            if (kind === 'complete' && first !== undefined) {
              expect(ids(pending.removeOlderThan(first.id))).toEqual(ids(listed.removeOlderThan(first.id)));
            }
          }
          expect(pending.size).toBe(listed.list.length);
        }
        expect(ids(pending.removeAll())).toEqual(ids(listed.removeOlderThan(Number.POSITIVE_INFINITY)));
        expect(pending.size).toBe(0);
      }),
    );
  });
});

import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { recovery } from './recovery.js';
import { RECOVERY_PARAMETERS } from './reference.js';
import { FAILURES, HIGH_AVAILABILITY, type RecoveryRequest } from './request.js';
import type { Recovery } from './result.js';

const SECOND = 1000;
const PARAMETER_IDS = RECOVERY_PARAMETERS.map(({ id }) => id);

function recovered(request: RecoveryRequest): Recovery {
  const outcome = recovery(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

const rate = fc.integer({ min: 1, max: 1e7 });
const time = fc.integer({ min: 0, max: 3600 * SECOND });
const bandwidth = fc.integer({ min: 1e6, max: 1e10 });

const request = fc.record({
  recordsPerSecond: rate,
  capacityRecordsPerSecond: rate,
  targetMs: fc.integer({ min: 1, max: 3600 * SECOND }),
  scenario: fc.record({
    failure: fc.constantFrom(...FAILURES),
    highAvailability: fc.constantFrom(...HIGH_AVAILABILITY),
    localRecovery: fc.boolean(),
    hostReachable: fc.boolean(),
    restartsBefore: fc.integer({ min: 0, max: 2000 }),
    sourceRetention: time,
    checkpoint: fc.record({
      interval: fc.integer({ min: 10, max: 3600 * SECOND }),
      minPause: time,
      duration: time,
    }),
  }),
  state: fc.record({
    totalBytes: fc.integer({ min: 0, max: 1e14 }),
    imbalance: fc.double({ min: 1, max: 5, noNaN: true }),
  }),
  cluster: fc.record({
    machines: fc.integer({ min: 1, max: 1000 }),
    taskManagersPerMachine: fc.integer({ min: 1, max: 8 }),
    networkIn: bandwidth,
    storeBandwidth: bandwidth,
    blobs: fc.record({
      jobs: fc.integer({ min: 1, max: 10 }),
      perJob: fc.integer({ min: 0, max: 10 }),
      bytes: fc.integer({ min: 0, max: 1e9 }),
      jobManagerNetworkOut: bandwidth,
      parallel: fc.boolean(),
    }),
  }),
});

/** A request may not ask for more. */
const MOST_CAPACITY = 1e14;

/** Null means for ever. */
const orForEver = (ms: number | null): number => ms ?? Number.POSITIVE_INFINITY;

describe('any recovery', () => {
  it('shows every figure with a formula that gives it, and no figure that is no number', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const got = recovered(asked);
        checkSteps(got.steps, PARAMETER_IDS);
        expect(got.steps.every(({ value }) => Number.isFinite(value))).toBe(true);
        expect(JSON.parse(JSON.stringify(got))).toEqual(got);
      }),
    );
  });

  it('is no shorter at worst with a longer interval', () => {
    fc.assert(
      fc.property(request, time, (asked, longer) => {
        const { scenario } = asked;
        const checkpoint = { ...scenario.checkpoint, interval: scenario.checkpoint.interval + longer };
        const later = recovered({ ...asked, scenario: { ...scenario, checkpoint } });
        expect(orForEver(later.recoveryMs)).toBeGreaterThanOrEqual(orForEver(recovered(asked).recoveryMs));
      }),
    );
  });

  it('is no longer with more capacity or more bandwidth', () => {
    fc.assert(
      fc.property(request, rate, bandwidth, (asked, more, faster) => {
        const before = orForEver(recovered(asked).recoveryMs);
        const stronger = { ...asked, capacityRecordsPerSecond: asked.capacityRecordsPerSecond + more };
        const { cluster } = asked;
        const wider = { ...asked, cluster: { ...cluster, networkIn: cluster.networkIn + faster } };
        expect(orForEver(recovered(stronger).recoveryMs)).toBeLessThanOrEqual(before);
        expect(orForEver(recovered(wider).recoveryMs)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('never ends where the capacity does not exceed the load', () => {
    fc.assert(
      fc.property(request, fc.double({ min: 0, max: 1, noNaN: true }), (asked, share) => {
        const weak = { ...asked, capacityRecordsPerSecond: asked.recordsPerSecond * share };
        expect(recovered(weak)).toMatchObject({ catchUpMs: null, recoveryMs: null, feasible: false });
      }),
    );
  });

  it('meets its target with the capacity that is named for it, with warm caches and cold', () => {
    fc.assert(
      fc.property(
        request,
        fc.option(fc.double({ min: 0.5, max: 1, noNaN: true }), { nil: undefined }),
        (asked, catchUpRatio) => {
          const cluster = { ...asked.cluster, catchUpRatio };
          const got = recovered({ ...asked, cluster });
          const needed = got.capacityForTargetRecordsPerSecond;
          if (needed === null || needed > MOST_CAPACITY || (got.lagRecords ?? 0) < 1) return;
          const then = recovered({ ...asked, cluster, capacityRecordsPerSecond: needed * (1 + 1e-12) });
          expect(orForEver(then.catchUpMs)).toBeLessThanOrEqual(asked.targetMs * (1 + 1e-6));
          const inAll = got.capacityForRecoveryRecordsPerSecond;
          if (inAll === null || inAll > MOST_CAPACITY) return;
          const fast = recovered({ ...asked, cluster, capacityRecordsPerSecond: inAll * (1 + 1e-12) });
          expect(orForEver(fast.recoveryMs)).toBeLessThanOrEqual(asked.targetMs * (1 + 1e-6));
        },
      ),
    );
  });

  it('restores no more with local recovery, and takes no longer', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const [without, withCopies] = [false, true].map((localRecovery) =>
          recovered({ ...asked, scenario: { ...asked.scenario, localRecovery } }),
        );
        expect(withCopies?.restore?.bytes).toBeLessThanOrEqual((without?.restore?.bytes ?? 0) * (1 + 1e-12));
        expect(orForEver(withCopies?.downtimeMs ?? null)).toBeLessThanOrEqual(
          orForEver(without?.downtimeMs ?? null),
        );
      }),
    );
  });

  it('is answered or refused, whatever numbers come', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(0, -1, 1e15, 1e300, Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(wild, wild, wild, wild, wild, wild, wild, (r, c, d, w, t, s, b) => {
        const outcome = recovery({
          recordsPerSecond: r,
          capacityRecordsPerSecond: c,
          downtime: { detectMs: d, restartMs: d },
          rewindMs: w,
          targetMs: t,
          state: { totalBytes: s },
          cluster: { machines: 3, networkIn: b },
        });
        if (outcome.kind === 'rejected') expect(outcome.rejections.length).toBeGreaterThan(0);
        else expect(outcome.value.steps.every(({ value }) => Number.isFinite(value))).toBe(true);
      }),
    );
  });
});

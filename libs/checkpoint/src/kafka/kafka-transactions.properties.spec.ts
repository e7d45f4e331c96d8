import { checkSteps } from '@plimsoll/testing';
import fc from 'fast-check';
import { KAFKA_PARAMETERS, KAFKA_PRESETS, kafkaTransactions, TRANSACTION_NAMINGS } from './index.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { KafkaChange, KafkaTransactions } from './result.js';

const LARGEST = 2_147_483_647;
const PARAMETER_IDS = KAFKA_PARAMETERS.map(({ id }) => id);
const setting = fc.integer({ min: 1, max: LARGEST });
/** Of any order of magnitude. */
const time = (min: number, max: number) =>
  fc
    .double({ min: Math.log(Math.max(min, 1)), max: Math.log(max), noNaN: true })
    .map((log) => Math.max(min, Math.round(Math.exp(log))));

const REQUESTS: fc.Arbitrary<KafkaTransactionsRequest> = fc.record(
  {
    transactionTimeoutMs: setting,
    brokerMaxTimeoutMs: setting,
    transactionalIdExpirationMs: setting,
    preset: fc.constantFrom(...KAFKA_PRESETS),
    intervalMs: time(10, 1e9),
    durationMs: time(0, 1e9),
    downtimeMs: time(0, 1e10),
    tolerableFailures: fc.integer({ min: 0, max: 20 }),
    restoreAgeMs: time(0, 1e11),
    sinkParallelism: fc.integer({ min: 1, max: 32_768 }),
    naming: fc.constantFrom(...TRANSACTION_NAMINGS),
    minPauseMs: time(0, 1e8),
    maxConcurrent: fc.integer({ min: 1, max: 10 }),
    checkpointTimeoutMs: time(10, 1e9),
    bytesPerId: fc.integer({ min: 1, max: 1e6 }),
    safetyFactor: fc.double({ min: 1, max: 10, noNaN: true }),
  },
  {
    requiredKeys: [
      ...(['intervalMs', 'durationMs', 'downtimeMs', 'tolerableFailures'] as const),
      ...(['restoreAgeMs', 'sinkParallelism', 'naming'] as const),
    ],
  },
);

function answer(request: KafkaTransactionsRequest): KafkaTransactions {
  const outcome = kafkaTransactions(request);
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  return outcome.value;
}

const FIELDS: Readonly<Record<string, keyof KafkaTransactionsRequest>> = {
  'transaction.timeout.ms': 'transactionTimeoutMs',
  'transaction.max.timeout.ms': 'brokerMaxTimeoutMs',
  'transactional.id.expiration.ms': 'transactionalIdExpirationMs',
};

const changedBy = (
  request: KafkaTransactionsRequest,
  changes: readonly KafkaChange[],
): KafkaTransactionsRequest => ({
  ...request,
  ...Object.fromEntries(changes.map(({ key, to }) => [FIELDS[key], Number(to)])),
});

describe('any Kafka sink', () => {
  it('has steps whose formulas give their values', () => {
    fc.assert(fc.property(REQUESTS, (request) => checkSteps(answer(request).steps, PARAMETER_IDS)));
  });

  it('keeps every promise that 32 bits can hold once the changes are made, and then needs no other', () => {
    fc.assert(
      fc.property(REQUESTS, (request) => {
        const before = answer(request);
        const after = answer(changedBy(request, before.changes));
        expect(after.changes).toEqual([]);
        expect(after.rejectedAtStartUp).toBe(false);
        if (before.worstTransactionAgeMs < LARGEST) expect(after.losesData).toBe(false);
        if (before.requiredTimeoutMs <= LARGEST) expect(after.tight).toBe(false);
        if (request.restoreAgeMs < LARGEST) expect(after.restoreThrows).toBe(false);
      }),
    );
  });

  it('loses nothing in an outage shorter than its limit, and may from the limit on', () => {
    fc.assert(
      fc.property(REQUESTS, (request) => {
        const { lossFreeDowntimeMs: limit } = answer(request);
        const loses = (downtimeMs: number) => answer({ ...request, downtimeMs }).losesData;
        if (limit === null) expect(loses(0)).toBe(true);
        else expect([loses(limit), loses(Math.max(0, limit - 1))]).toEqual([true, limit < 1]);
      }),
    );
  });

  it('is never made safer by a longer outage, more failures, a longer interval or an older restore', () => {
    fc.assert(
      fc.property(REQUESTS, fc.integer({ min: 1, max: 1e6 }), (request, more) => {
        const worse = answer({
          ...request,
          downtimeMs: request.downtimeMs + more,
          tolerableFailures: request.tolerableFailures + 1,
          intervalMs: request.intervalMs + more,
          restoreAgeMs: request.restoreAgeMs + more,
        });
        const now = answer(request);
        expect(worse.worstTransactionAgeMs).toBeGreaterThan(now.worstTransactionAgeMs);
        if (now.losesData) expect(worse.losesData).toBe(true);
        if (now.restoreThrows) expect(worse.restoreThrows).toBe(true);
      }),
    );
  });

  it('may ignore an exception only where one is thrown, nothing was lost and the age is within the proof', () => {
    fc.assert(
      fc.property(REQUESTS, (request) => {
        const { mayIgnorePidError, restoreThrows, losesData, promises } = answer(request);
        const upToMs = promises.find(({ promise }) => promise === 'PID_ERROR_IGNORABLE')?.upToMs ?? 0;
        expect(mayIgnorePidError).toBe(restoreThrows && !losesData && request.restoreAgeMs < upToMs);
      }),
    );
  });

  it('keeps fewer ids where they expire sooner or checkpoints are rarer, and never more at least than at most', () => {
    fc.assert(
      fc.property(REQUESTS, setting, (request, expiration) => {
        const ids = (changed: Partial<KafkaTransactionsRequest>) =>
          answer({ ...request, ...changed }).liveTransactionalIds;
        const now = ids({ transactionalIdExpirationMs: expiration });
        expect(now.low).toBeLessThanOrEqual(now.high);
        expect(ids({ transactionalIdExpirationMs: Math.ceil(expiration / 2) }).high).toBeLessThanOrEqual(
          now.high,
        );
        expect(
          ids({ transactionalIdExpirationMs: expiration, intervalMs: request.intervalMs * 2 }).high,
        ).toBeLessThanOrEqual(now.high);
      }),
    );
  });

  it('is answered or rejected with field, value and remedy for any numbers whatever', () => {
    const any = fc.record({
      ...{ transactionTimeoutMs: fc.double(), brokerMaxTimeoutMs: fc.double(), intervalMs: fc.double() },
      ...{ transactionalIdExpirationMs: fc.double(), durationMs: fc.double(), downtimeMs: fc.double() },
      ...{ tolerableFailures: fc.double(), restoreAgeMs: fc.double(), sinkParallelism: fc.double() },
      ...{ minPauseMs: fc.double(), maxConcurrent: fc.double(), safetyFactor: fc.double() },
      naming: fc.constantFrom(...TRANSACTION_NAMINGS),
    });
    fc.assert(
      fc.property(any, (request) => {
        const outcome = kafkaTransactions(request);
        if (outcome.kind === 'ok') return checkSteps(outcome.value.steps, PARAMETER_IDS);
        for (const { pointer, message } of outcome.rejections) {
          expect(Object.keys(request)).toContain(pointer.slice(1));
          expect(message).toMatch(/^must be .+: .+/);
        }
      }),
    );
  });
});

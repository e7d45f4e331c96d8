import { checkSteps } from '@plimsoll/testing';
import { KAFKA_PARAMETERS, KAFKA_PRESETS, kafkaTransactions, TRANSACTION_NAMINGS } from './index.js';
import type { KafkaTransactionsRequest } from './request.js';
import type { KafkaTransactions } from './result.js';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
const LARGEST = 2_147_483_647;
const IDS = KAFKA_PARAMETERS.map(({ id }) => id);

/** Ten subtasks, a checkpoint of 5 s each 10 s, an outage of 10 min. */
const JOB: KafkaTransactionsRequest = {
  intervalMs: 10 * SECOND,
  durationMs: 5 * SECOND,
  downtimeMs: 10 * MINUTE,
  tolerableFailures: 0,
  restoreAgeMs: 5 * MINUTE,
  sinkParallelism: 10,
  naming: 'INCREMENTING',
};
const TALK = { preset: 'THREE_FLINK_MISTAKES' } as const;

function answer(changed: Partial<KafkaTransactionsRequest>): KafkaTransactions {
  const outcome = kafkaTransactions({ ...JOB, ...changed });
  if (outcome.kind === 'rejected') throw new Error(JSON.stringify(outcome.rejections));
  checkSteps(outcome.value.steps, IDS);
  return outcome.value;
}

const promise = ({ promises }: KafkaTransactions, name: string) =>
  promises.find((one) => one.promise === name);
const note = ({ steps }: KafkaTransactions, key: string) => steps.find((step) => step.key === key)?.note;

describe('a Kafka sink with Flink’s and Kafka’s defaults', () => {
  const defaults = answer({});

  it('does not start: Flink asks for an hour, the broker allows 15 minutes', () => {
    expect(defaults).toMatchObject({ rejectedAtStartUp: true, problems: ['TIMEOUT_ABOVE_BROKER_MAX'] });
    expect(promise(defaults, 'PRODUCER_STARTS')?.text).toBe(
      'The producer does not start: it asks for a timeout of 1 h, and the broker allows 15 min at most.',
    );
  });

  it('is told the timeout that is needed, and the broker’s maximum that goes with it', () => {
    expect(defaults.changes.map(({ side, key, from, to }) => [side, key, from, to])).toEqual([
      ['client', 'transaction.timeout.ms', '3600000', '1230000'],
      ['broker', 'transaction.max.timeout.ms', '900000', '1230000'],
    ]);
  });

  it('starts where the timeout is just the broker’s maximum, and not one millisecond above', () => {
    expect(answer({ transactionTimeoutMs: 15 * MINUTE }).rejectedAtStartUp).toBe(false);
    expect(answer({ transactionTimeoutMs: 15 * MINUTE + 1 }).rejectedAtStartUp).toBe(true);
  });
});

describe('data of a Kafka sink', () => {
  // 10 s open before the barrier, 5 s until completion, 10 min of outage.
  it.each([
    [615 * SECOND, true, false],
    [615 * SECOND + 1, false, true],
    [1230 * SECOND - 1, false, true],
    [1230 * SECOND, false, false],
  ])('with a timeout of %d ms: lost %s, tight %s', (transactionTimeoutMs, losesData, tight) => {
    expect(answer({ transactionTimeoutMs, brokerMaxTimeoutMs: HOUR })).toMatchObject({ losesData, tight });
  });

  it('is safe in any outage shorter than what the timeout leaves', () => {
    const { lossFreeDowntimeMs } = answer({ transactionTimeoutMs: 15 * MINUTE });
    expect(lossFreeDowntimeMs).toBe(15 * MINUTE - 15 * SECOND);
    const outage = (downtimeMs: number) =>
      answer({ transactionTimeoutMs: 15 * MINUTE, downtimeMs }).losesData;
    expect([outage(15 * MINUTE - 15 * SECOND - 1), outage(15 * MINUTE - 15 * SECOND)]).toEqual([false, true]);
  });

  it('may be lost without an outage where a transaction is open for longer than its timeout', () => {
    const lost = answer({ transactionTimeoutMs: 15 * SECOND, downtimeMs: 0 });
    expect(lost).toMatchObject({ losesData: true, lossFreeDowntimeMs: null });
  });

  it.each([
    ['one interval more for each tolerated failure', { tolerableFailures: 3 }, 645],
    ['with min pause', { minPauseMs: 10 * SECOND }, 620],
    ['back to back, where a checkpoint takes longer than the interval', { durationMs: 75 * SECOND }, 750],
    ['failures that time out', { tolerableFailures: 3, checkpointTimeoutMs: 10 * MINUTE }, 2415],
    ['no shorter by checkpoints that overlap', { durationMs: 75 * SECOND, maxConcurrent: 3 }, 750],
  ])('counts the age of a transaction: %s', (_, changed, seconds) => {
    expect(answer(changed).worstTransactionAgeMs).toBe(seconds * SECOND);
  });

  it('says that failed checkpoints which time out make transactions older', () => {
    const said = ({ remarks }: KafkaTransactions) =>
      remarks.some((text) => text.includes('checkpointTimeoutMs'));
    expect([said(answer({ tolerableFailures: 1 })), said(answer({}))]).toEqual([true, false]);
  });
});

describe('a Kafka sink that is restored', () => {
  const restored = (restoreAgeMs: number, transactionTimeoutMs = DAY) =>
    answer({ ...TALK, restoreAgeMs, transactionTimeoutMs });

  it.each([
    [HOUR - 1, false, false],
    [HOUR, true, true],
    [DAY + HOUR - 1, true, true],
    [DAY + HOUR, true, false],
    [30 * DAY, true, false],
  ])(
    'at an age of %d ms with ids of 1 h and a timeout of a day: throws %s, may be ignored %s',
    (age, throws, may) => {
      expect(restored(age)).toMatchObject({ restoreThrows: throws, mayIgnorePidError: may });
    },
  );

  it('shows the talk’s rule not to be sufficient: it holds, and the exception proves nothing', () => {
    const old = restored(DAY + HOUR);
    expect(old.talkRule.holds).toBe(true);
    expect(old.mayIgnorePidError).toBe(false);
    expect(old.problems).toEqual(['PID_MAPPING_EXPIRED', 'PID_ERROR_AMBIGUOUS']);
  });

  it('shows the talk’s rule not to be necessary: it is broken, and the exception proves the commit', () => {
    const young = restored(80 * MINUTE, 30 * MINUTE);
    expect(young.talkRule.holds).toBe(false);
    expect(young.mayIgnorePidError).toBe(true);
  });

  it('proves nothing by a missing id where the outage outlasts the timeout', () => {
    const lost = answer({
      ...TALK,
      transactionTimeoutMs: HOUR,
      downtimeMs: 90 * MINUTE,
      restoreAgeMs: 90 * MINUTE,
    });
    expect(lost).toMatchObject({ losesData: true, restoreThrows: true, mayIgnorePidError: false });
    expect(lost.problems).toEqual(['DATA_LOSS_POSSIBLE', 'PID_MAPPING_EXPIRED', 'PID_ERROR_AMBIGUOUS']);
  });

  it('warns where the proof hangs on whose age was given, the checkpoint’s or its transaction’s', () => {
    expect(note(restored(DAY + HOUR - 15 * SECOND), 'kafka.mayIgnorePidError')).toContain('15 s older');
    expect(note(restored(DAY + HOUR - 15 * SECOND - 1), 'kafka.mayIgnorePidError')).not.toContain('older');
  });

  it('is told an expiration that would have been long enough', () => {
    expect(restored(2 * HOUR).changes).toContainEqual(
      expect.objectContaining({
        side: 'broker',
        key: 'transactional.id.expiration.ms',
        from: '3600000',
        to: '14400000',
      }),
    );
  });
});

describe('the Kafka settings of “3 Flink Mistakes”', () => {
  const twoHours = answer({ ...TALK, downtimeMs: 2 * HOUR, restoreAgeMs: 2 * HOUR });

  it('lose nothing in an outage of two hours, or of days', () => {
    expect(twoHours).toMatchObject({ rejectedAtStartUp: false, losesData: false, tight: false });
    expect(twoHours.lossFreeDowntimeMs).toBe(7 * DAY - 15 * SECOND);
  });

  it('make the restore after a two-hour outage throw: ids live for one hour', () => {
    expect(twoHours).toMatchObject({ restoreThrows: true, problems: ['PID_MAPPING_EXPIRED'] });
    expect(twoHours.remarks.join(' ')).toContain('does not handle InvalidPidMappingException');
  });

  it('allow to ignore that exception after two hours, and not after more than 7 days and an hour', () => {
    expect(twoHours.mayIgnorePidError).toBe(true);
    expect(answer({ ...TALK, restoreAgeMs: 7 * DAY + HOUR })).toMatchObject({
      talkRule: { holds: true },
      mayIgnorePidError: false,
    });
  });

  it('lose data in the same outage where the broker’s settings are taken and the producer’s timeout is left at Flink’s hour', () => {
    const half = answer({
      ...TALK,
      transactionTimeoutMs: HOUR,
      downtimeMs: 2 * HOUR,
      restoreAgeMs: 2 * HOUR,
    });
    expect(half).toMatchObject({ losesData: true, restoreThrows: true, mayIgnorePidError: false });
  });

  it('have their price: readers wait for up to 7 days, unless the producer’s timeout is what is needed', () => {
    expect(answer(TALK).consumerStallMs).toBe(7 * DAY);
    expect(answer(TALK).changes).toEqual([
      expect.objectContaining({ side: 'client', key: 'transaction.timeout.ms', to: '1230000' }),
    ]);
  });

  it('are shown beside any other settings, with what this sink would pay', () => {
    expect(answer({}).presets).toEqual([
      expect.objectContaining({
        name: KAFKA_PRESETS[0],
        consumerStallMs: 7 * DAY,
        transactionalIdExpirationMs: HOUR,
        liveTransactionalIds: { low: 3600, high: 7210 },
      }),
    ]);
  });

  it('give way to what is stated', () => {
    const stated = answer({ ...TALK, transactionalIdExpirationMs: DAY, restoreAgeMs: 2 * HOUR });
    expect(stated.restoreThrows).toBe(false);
  });
});

describe('transactional ids that a broker keeps', () => {
  it.each([
    ['INCREMENTING', {}, 604_800, 608_410],
    ['INCREMENTING', { minPauseMs: 10 * SECOND }, 403_200, 405_610],
    ['POOLING', {}, 20, 30],
    ['POOLING', { tolerableFailures: 2, maxConcurrent: 2 }, 30, 60],
    ['LEGACY_POOL', {}, 50, 50],
    ['LEGACY_POOL', { producersPoolSize: 8 }, 80, 80],
  ] as const)('by %s naming with %j: %d to %d', (naming, changed, low, high) => {
    expect(answer({ naming, ...changed }).liveTransactionalIds).toEqual({ low, high });
  });

  it('take memory that nobody has measured: 1 to 2 kB each, and marked so', () => {
    const { brokerMemoryBytes, steps } = answer({ naming: 'POOLING' });
    expect(brokerMemoryBytes).toEqual({ low: 20_000, high: 60_000 });
    expect(steps.find(({ key }) => key === 'kafka.brokerMemory.high')?.evidence).toBe('unverified');
  });

  it('of FlinkKafkaProducer run out where more transactions may be open than its pool holds', () => {
    const runOut = (tolerableFailures: number) =>
      answer({ naming: 'LEGACY_POOL', tolerableFailures })
        .remarks.join(' ')
        .includes('Too many ongoing snapshots');
    expect([runOut(3), runOut(4)]).toEqual([false, true]);
  });
});

describe('settings that Kafka keeps in 32 bits', () => {
  it('cannot cover an outage of 25 days, and the answer says so instead of proposing one', () => {
    const long = answer({ transactionTimeoutMs: LARGEST, brokerMaxTimeoutMs: LARGEST, downtimeMs: 25 * DAY });
    expect(long.losesData).toBe(true);
    expect(long.changes).toEqual([]);
    expect(long.remarks.join(' ')).toContain('No timeout is long enough');
  });

  it.each([
    [{ transactionTimeoutMs: LARGEST + 1 }, '/transactionTimeoutMs'],
    [{ brokerMaxTimeoutMs: LARGEST + 1 }, '/brokerMaxTimeoutMs'],
    [{ transactionalIdExpirationMs: LARGEST + 1 }, '/transactionalIdExpirationMs'],
    [{ transactionTimeoutMs: 0 }, '/transactionTimeoutMs'],
    [{ transactionTimeoutMs: 1.5 }, '/transactionTimeoutMs'],
    [{ intervalMs: 9 }, '/intervalMs'],
    [{ durationMs: -1 }, '/durationMs'],
    [{ downtimeMs: Number.NaN }, '/downtimeMs'],
    [{ restoreAgeMs: Number.POSITIVE_INFINITY }, '/restoreAgeMs'],
    [{ tolerableFailures: 0.5 }, '/tolerableFailures'],
    [{ sinkParallelism: 0 }, '/sinkParallelism'],
    [{ sinkParallelism: 32_769 }, '/sinkParallelism'],
    [{ maxConcurrent: 0 }, '/maxConcurrent'],
    [{ minPauseMs: -1 }, '/minPauseMs'],
    [{ checkpointTimeoutMs: 1 }, '/checkpointTimeoutMs'],
    [{ safetyFactor: 0.5 }, '/safetyFactor'],
    [{ bytesPerId: 0 }, '/bytesPerId'],
    [{ producersPoolSize: 3 }, '/producersPoolSize'],
  ])('and other values that cannot be are refused by field, value and remedy: %j', (changed, pointer) => {
    const outcome = kafkaTransactions({ ...JOB, ...changed });
    expect(outcome).toMatchObject({ kind: 'rejected', rejections: [{ pointer }] });
    if (outcome.kind === 'ok') return;
    expect(outcome.rejections[0]?.message).toMatch(/: ./);
    expect(outcome.rejections[0]).toHaveProperty('received');
  });

  it('names every naming that there is', () => {
    expect(TRANSACTION_NAMINGS.map((naming) => answer({ naming }).steps.length > 10)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

import type { Join, Operator, State, Window } from '@plimsoll/planner';
import fc from 'fast-check';

/** Operators of every kind with valid values of their own, still without an id and without a place in a dataflow. */
export type OperatorDraft = Omit<Operator, 'id'>;

/** `undefined` most of the time: defaults are what people use. */
const sometimes = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined, freq: 2 });

const duration = (max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 1, max }), fc.constantFrom(1000, 10_000, 60_000, 300_000));
const ratio = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const size = fc.integer({ min: 1, max: 20_000 });
/** A size may be a string of digits. */
const spelledSize = fc.oneof({ weight: 4, arbitrary: size }, { weight: 1, arbitrary: size.map(String) });
const rate = fc.oneof(
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 1, max: 1_000_000 }).map((eighths) => eighths / 8),
);
const keys = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1_000_000_000 }));

const state: fc.Arbitrary<State> = fc.record(
  {
    entryBytes: spelledSize,
    keyBytes: spelledSize,
    valueBytes: spelledSize,
    snapshotEntryBytes: spelledSize,
    cacheHitRatio: ratio,
    writeAmplification: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: ['entryBytes'] },
);

const MOST_PANES = 300;
const HOUR = 3_600_000;

/** A slide of at least size ÷ 300, so that no window has more panes than a test can add up; also slides beyond the size. */
const sliding: fc.Arbitrary<Window> = fc
  .record({ size: duration(HOUR), slide: duration(HOUR), drain: sometimes(ratio) })
  .map(({ size, slide, drain }) => {
    const apart = Math.max(slide, Math.ceil(size / MOST_PANES));
    return {
      assigner: 'sliding',
      size,
      slide: apart,
      drain: drain === undefined ? undefined : Math.max(1e-3, apart * drain),
    };
  });
const tumbling: fc.Arbitrary<Window> = fc.record({ assigner: fc.constant('tumbling'), size: duration(HOUR) });
const session: fc.Arbitrary<Window> = fc.record({ assigner: fc.constant('session'), gap: duration(HOUR) });
const global: fc.Arbitrary<Window> = fc.record({
  assigner: fc.constant('global'),
  countTrigger: sometimes(fc.integer({ min: 1, max: 10_000 })),
});

const join: fc.Arbitrary<Join> = fc.oneof(
  fc.record({ type: fc.constant('window' as const), size: duration(HOUR) }),
  fc
    .tuple(fc.integer({ min: -HOUR, max: HOUR }), fc.integer({ min: -HOUR, max: HOUR }))
    .map(([a, b]) => ({ type: 'interval' as const, lower: Math.min(a, b), upper: Math.max(a, b) })),
  fc.record({ type: fc.constant('regular' as const), stateTtl: sometimes(duration(HOUR)) }),
);

const common = {
  parallelism: sometimes(fc.integer({ min: 1, max: 40 })),
  output: sometimes(fc.record({ recordBytes: spelledSize })),
  cpuMicrosPerRecord: sometimes(fc.integer({ min: 1, max: 400 }).map((quarters) => quarters / 4)),
};
const selectivity = fc.integer({ min: 0, max: 300 }).map((percent) => percent / 100);
const connector = sometimes(fc.constantFrom('kafka', 'external', 'none'));

export const sourceDraft: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constant('source'),
  connector,
  recordsPerSecond: rate,
  recordBytes: spelledSize,
  ...common,
});

export const sinkDraft: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constant('sink'),
  connector,
  parallelism: common.parallelism,
  cpuMicrosPerRecord: common.cpuMicrosPerRecord,
});

const transform: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constantFrom('map', 'flatMap', 'process'),
  selectivity: sometimes(selectivity),
  ...common,
});
const filter: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constant('filter'),
  selectivity: sometimes(ratio),
  ...common,
});
const keyedProcess: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constant('process'),
  selectivity: sometimes(selectivity),
  keys,
  state,
  ...common,
});
const windowed: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constant('window'),
  window: fc.oneof(sliding, tumbling, session, global),
  keys,
  state: sometimes(state),
  ...common,
});

/** Operators between source and sink that take any number of inputs. */
export const innerDraft: fc.Arbitrary<OperatorDraft> = fc.oneof(transform, filter, keyedProcess, windowed);

/** A join takes exactly two inputs. */
export const joinDraft: fc.Arbitrary<OperatorDraft> = fc.record({
  kind: fc.constant('join'),
  join,
  keys,
  state: sometimes(state),
  ...common,
});

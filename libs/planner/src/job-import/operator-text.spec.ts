import { type OperatorText, readOperator } from './operator-text.js';

describe('the name and description of an operator', () => {
  it.each<[string, string, Partial<OperatorText>]>([
    ['Source: clicks', 'Source: clicks', { kind: 'source', isFlinks: true }],
    ['Source: Kafka Source', 'Source: Kafka Source', { kind: 'source', connector: 'kafka' }],
    ['Source: Sequence Source', 'Source: Sequence Source', { connector: 'none' }],
    ['Sink: Print to Std. Out', 'Sink: Print to Std. Out', { kind: 'sink', connector: 'none' }],
    ['takings[8]: Writer', 'takings[8]: Writer', { kind: 'sink', isFlinks: true }],
    ['Filter', 'Filter', { kind: 'filter', isFlinks: true, keepsCount: false }],
    ['Map', 'Map', { kind: 'map', keepsCount: true }],
    ['Flat Map', 'Flat Map', { kind: 'flatMap', keepsCount: false }],
    ['KeyedProcess', 'KeyedProcess', { kind: 'process', isFlinks: true }],
    ['Timestamps/Watermarks', 'Timestamps/Watermarks', { kind: 'map', keepsCount: true }],
    ['drop filtered clicks', 'drop filtered clicks', { kind: 'filter', isFlinks: false }],
    ['parse', 'parse', { kind: 'map', isFlinks: false, keepsCount: false }],
    ['business logic', 'business logic', { kind: 'process', isFlinks: false }],
    ['Calc[2]', '[2]:Calc(select=[a, b])', { kind: 'map', keepsCount: true }],
    ['Calc[21]', '[21]:Calc(select=[a], where=[(a > 90)])', { kind: 'filter', keepsCount: false }],
    ['LocalWindowAggregate[4]', '[4]:LocalWindowAggregate(window=[TUMBLE(size=[1 s])])', { kind: 'process' }],
    ['GroupAggregate[4]', '[4]:GroupAggregate(groupBy=[a])', { kind: 'process', isFlinks: true }],
  ])('%s: %j', (name, description, expected) => {
    expect(readOperator(name, description)).toMatchObject(expected);
  });

  it.each<[string, OperatorText['window']]>([
    [
      'Window(TumblingProcessingTimeWindows(2000), ProcessingTimeTrigger, Sum)',
      { assigner: 'tumbling', size: 2000 },
    ],
    [
      'Window(SlidingEventTimeWindows(10000, 2000), EventTimeTrigger, Sum)',
      { assigner: 'sliding', size: 10_000, slide: 2000 },
    ],
    ['Window(EventTimeSessionWindows(5000), EventTimeTrigger, Sum)', { assigner: 'session', gap: 5000 }],
    [
      'Window(GlobalWindows(), PurgingTrigger(CountTrigger(100)), Sum)',
      { assigner: 'global', countTrigger: 100 },
    ],
    [
      '[3]:WindowAggregate(window=[TUMBLE(time_col=[rt], size=[10 min])], select=[a])',
      { assigner: 'tumbling', size: 600_000 },
    ],
    [
      '[6]:GlobalWindowAggregate(window=[HOP(slice_end=[$e], size=[10 s], slide=[2 s])])',
      { assigner: 'sliding', size: 10_000, slide: 2000 },
    ],
    [
      '[6]:WindowAggregate(window=[SESSION(time_col=[rt], gap=[1 h], partition keys=[a])])',
      { assigner: 'session', gap: 3_600_000 },
    ],
    [
      "[3]:GroupWindowAggregate(window=[TumblingGroupWindow('w$, rt, 60000)], select=[a])",
      { assigner: 'tumbling', size: 60_000 },
    ],
    [
      "[3]:GroupWindowAggregate(window=[SlidingGroupWindow('w$, rt, 60000, 1000)])",
      { assigner: 'sliding', size: 60_000, slide: 1000 },
    ],
    ['[6]:WindowAggregate(window=[CUMULATE(time_col=[rt], max_size=[1 h], step=[1 min])])', undefined],
    ['Window(TumblingEventTimeWindows(0), Sum)', undefined],
    ['TumblingEventTimeWindows', undefined],
  ])('%s is the window %j', (description, window) => {
    const read = readOperator('w', description);
    expect(read.kind).toBe('window');
    expect(read.window).toEqual(window);
  });

  it.each<[string, OperatorText['join']]>([
    [
      '[16]:IntervalJoin(joinType=[InnerJoin], windowBounds=[isRowTime=true, leftLowerBound=-3000, leftUpperBound=1000])',
      { type: 'interval', lower: -1000, upper: 3000 },
    ],
    [
      '[7]:WindowJoin(leftWindow=[TUMBLE(win_start=[s], win_end=[e], size=[10 min])])',
      { type: 'window', size: 600_000 },
    ],
    ['[7]:Join(joinType=[InnerJoin], where=[(a = b)])', { type: 'regular' }],
    ['Interval Join', undefined],
  ])('%s is the join %j', (description, join) => {
    const read = readOperator('j', description);
    expect(read.kind).toBe('join');
    expect(read.join).toEqual(join);
  });
});

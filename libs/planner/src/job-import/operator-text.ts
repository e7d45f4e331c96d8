import { flinkDurationMs } from '@plimsoll/units';
import type { Connector, Join, OperatorKind, Window } from '../request.js';

/** What the name and the description of an operator tell of it. */
export interface OperatorText {
  readonly kind: OperatorKind;
  /** False: read out of a name that somebody gave. */
  readonly isFlinks: boolean;
  /** As many records leave it as enter, by what it is. */
  readonly keepsCount: boolean;
  readonly connector?: Connector;
  readonly window?: Window;
  readonly join?: Join;
}

type Row = readonly [pattern: RegExp, kind: OperatorKind, keepsCount?: true];

/** As Flink itself names them: the DataStream API, then SQL. */
const FLINKS: readonly Row[] = [
  [/^Source: |^TableSourceScan\b/, 'source', true],
  [/^Sink: |: Writer$|: (?:Global )?Committer$|^Sink\b|^Sink\(/, 'sink'],
  [/^Filter$/, 'filter'],
  [/^Flat ?Map$/, 'flatMap'],
  [/^Map$|^Timestamps\/Watermarks$|^WatermarkAssigner\b/, 'map', true],
  [
    /^(?:Keyed|Co-|Legacy)?-?(?:Process|KeyedProcess|Co-Map|Co-Flat Map|Keyed Reduce|Keyed Aggregation)/,
    'process',
  ],
  [/^Window\(|^(?:Tumbling|Sliding)(?:Event|Processing)TimeWindows/, 'window'],
  [/^(?:Dynamic)?(?:Event|Processing)TimeSessionWindows|^GlobalWindows/, 'window'],
  [/^(?:Global|Group)?Window(?:Aggregate|TableAggregate)\b|^GlobalGroupWindowAggregate\b/, 'window'],
  [/^(?:Interval ?|Window)?Join\b/, 'join'],
  [/^Calc\b.*\bwhere=\[|^DropUpdateBefore\b/s, 'filter'],
  [/^Calc\b|^MiniBatchAssigner\b|^(?:Source|Sink)Conversion|^TableToDataSt?ream/, 'map', true],
  [/^Correlate\b|^Expand\b|^WindowTableFunction\b/, 'flatMap'],
  [
    /^(?:Local|Global|Group|Over|Incremental)\w*Aggregate\b|^(?:Deduplicate|Rank|Limit|SortLimit|Match)\b/,
    'process',
  ],
  [
    /^(?:Window(?:Rank|Deduplicate)|ChangelogNormalize|SinkMaterializer|ConstraintEnforcer|(?:Lookup|Temporal)Join)\b/,
    'process',
  ],
];

/** As people name what they write. */
const GIVEN: readonly Row[] = [
  [/filter/i, 'filter'],
  [/flat.?map|split|explode/i, 'flatMap'],
  [/\b(?:map|parse|convert|deserialize|serialize|enrich|format|extract)/i, 'map'],
];

const NUMBER = /^\[\d+\]:\s*/;
const KAFKA = /kafka/i;
/** Sources and sinks of Flink’s that reach for no network. */
const WITHIN =
  /datagen|data generator|sequence|collection source|blackhole|print to std|\bprint\b|discarding/i;
const OUTSIDE =
  /jdbc|elasticsearch|opensearch|iceberg|hudi|paimon|pulsar|kinesis|rabbitmq|mongo|cassandra|hbase|redis|\bfile|\bs3\b|hdfs/i;

export function readOperator(name: string, description: string): OperatorText {
  const told = description.replace(NUMBER, '');
  const found = FLINKS.find(([pattern]) => pattern.test(told) || pattern.test(name));
  const row = found ?? GIVEN.find(([pattern]) => pattern.test(name));
  const kind = row?.[1] ?? 'process';
  const both = `${name} ${told}`;
  return {
    kind,
    isFlinks: found !== undefined,
    keepsCount: found?.[2] === true,
    ...(kind === 'source' || kind === 'sink' ? connectorOf(both) : {}),
    ...(kind === 'window' ? windowOf(both) : {}),
    ...(kind === 'join' ? joinOf(told) : {}),
  };
}

/** Of an operator that stands at the head of a job, or at its end, by whatever name. */
export function connectorOf(text: string): { connector?: Connector } {
  if (KAFKA.test(text)) return { connector: 'kafka' };
  if (OUTSIDE.test(text)) return { connector: 'external' };
  return WITHIN.test(text) ? { connector: 'none' } : {};
}

function windowOf(text: string): { window?: Window } {
  const [, size, slide] =
    /SlidingGroupWindow\('?\w+\$?, \w+, (\d{1,15}), (\d{1,15})\)/.exec(text) ??
    /Sliding(?:Event|Processing)TimeWindows\((\d{1,15}), (\d{1,15})\)/.exec(text) ??
    [];
  if (size !== undefined && slide !== undefined) {
    return known({ assigner: 'sliding', size: Number(size), slide: Number(slide) });
  }
  const gap =
    /SessionGroupWindow\('?\w+\$?, \w+, (\d{1,15})\)/.exec(text) ?? /SessionWindows\((\d{1,15})\)/.exec(text);
  if (gap !== null) return known({ assigner: 'session', gap: Number(gap[1]) });
  const whole =
    /TumblingGroupWindow\('?\w+\$?, \w+, (\d{1,15})\)/.exec(text) ??
    /Tumbling(?:Event|Processing)TimeWindows\((\d{1,15})/.exec(text);
  if (whole !== null) return known({ assigner: 'tumbling', size: Number(whole[1]) });
  if (/GlobalWindows\(/.test(text)) {
    const count = /CountTrigger\((\d{1,15})\)/.exec(text)?.[1];
    return known({ assigner: 'global', ...(count === undefined ? {} : { countTrigger: Number(count) }) });
  }
  return tableWindowOf(text);
}

/** `TUMBLE(…, size=[10 min])` and the like, as SQL describes them. */
function tableWindowOf(text: string): { window?: Window } {
  const [, type, options = ''] = /\b(TUMBLE|HOP|SESSION)\(((?:[^()]|\([^()]*\))*)\)/.exec(text) ?? [];
  const size = duration(options, 'size');
  const slide = duration(options, 'slide');
  const gap = duration(options, 'gap');
  if (type === 'TUMBLE' && size !== undefined) return known({ assigner: 'tumbling', size });
  if (type === 'HOP' && size !== undefined && slide !== undefined)
    return known({ assigner: 'sliding', size, slide });
  return type === 'SESSION' && gap !== undefined ? known({ assigner: 'session', gap }) : {};
}

/** Lengths of 0, or beyond what is counted exactly, are none. */
const known = (window: Window): { window?: Window } =>
  [window.size, window.slide, window.gap, window.countTrigger].every(
    (value) => value === undefined || (value > 0 && value <= Number.MAX_SAFE_INTEGER),
  )
    ? { window }
    : {};

function joinOf(text: string): { join?: Join } {
  const [, least, most] = /leftLowerBound=(-?\d{1,15}), leftUpperBound=(-?\d{1,15})/.exec(text) ?? [];
  if (least !== undefined && most !== undefined && Number(least) <= Number(most)) {
    return { join: { type: 'interval', lower: 0 - Number(most), upper: 0 - Number(least) } };
  }
  if (text.startsWith('WindowJoin')) {
    const size = duration(text, 'size');
    return size === undefined ? {} : { join: { type: 'window', size } };
  }
  return text.startsWith('Join') ? { join: { type: 'regular' } } : {};
}

function duration(text: string, option: string): number | undefined {
  const written = new RegExp(`\\b${option}=\\[([^\\]]{0,100})\\]`).exec(text)?.[1];
  const read = written === undefined ? undefined : flinkDurationMs(written);
  return read !== undefined && read > 0 ? read : undefined;
}

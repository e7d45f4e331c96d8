import { AnswerFields, type FlinkAnswer, type ValueChecks } from '@plimsoll/checkpoint';
import type { PlanVertex } from './read-plan.js';
import type { Remarks } from './remarks.js';

/** Flink’s meters look back a minute, so in a younger task they tell too little. */
const METER_MS = 60_000;
const MOST_OF_NAME = 80;

export interface Rates {
  readonly recordsIn: number | null;
  readonly recordsOut: number | null;
  readonly bytesIn: number | null;
  readonly bytesOut: number | null;
}

/** What was measured of the tasks of a vertex, of all subtasks together and per second. */
export interface VertexMetrics {
  readonly runningMs: number | null;
  readonly rates: Rates;
  /** Not by the meters of the last minute. */
  readonly isSinceStart: boolean;
  /** Of an operator in the chain; null where its metrics are not given. */
  readonly ofOperator: (name: string) => Rates | null;
  readonly busyRatio: number | null;
  readonly backPressuredRatio: number | null;
  readonly idleRatio: number | null;
  readonly mostBusyRatio: number | null;
}

interface Aggregate {
  readonly sum: number | null;
  readonly avg: number | null;
  readonly max: number | null;
}
type Aggregates = ReadonlyMap<string, Aggregate>;

/** @returns metrics of the vertices, in their order */
export function readMetrics(
  vertices: readonly PlanVertex[],
  metrics: FlinkAnswer | undefined,
  checks: ValueChecks,
  remarks: Remarks,
): VertexMetrics[] {
  const given = new AnswerFields(metrics, '/metrics', checks);
  const ids = new Set(vertices.map(({ id }) => id));
  for (const name of given.names()) {
    if (!ids.has(name)) {
      remarks.say(
        'metrics-unknown',
        `/metrics/${name.slice(0, 100)}`,
        'names no vertex of the plan: left alone',
      );
    }
  }
  return vertices.map((vertex) => metricsOf(vertex, aggregatesOf(given, vertex.id), remarks));
}

function aggregatesOf(given: AnswerFields, id: string): Aggregates {
  return new Map(
    (given.has(id) ? given.list(id) : []).map((one) => {
      const aggregate = { sum: one.number('sum'), avg: one.number('avg'), max: one.number('max') };
      return [one.text('id') ?? '', aggregate];
    }),
  );
}

function metricsOf(vertex: PlanVertex, aggregates: Aggregates, remarks: Remarks): VertexMetrics {
  const { inJob } = vertex;
  const runningMs = inJob.number('duration');
  const counters = inJob.object('metrics');
  for (const name of ['read-records', 'write-records']) {
    if (counters.has(`${name}-complete`) && !counters.flag(`${name}-complete`)) {
      remarks.say(
        'metrics-incomplete',
        `${counters.pointer}/${name}`,
        'does not have every subtask yet: ask Flink again',
      );
    }
  }
  const counted = (name: string): number | null => perSecond(counters.number(name), runningMs);
  const measured = ratesOf(aggregates, '', runningMs);
  const since: Rates = {
    recordsIn: counted('read-records'),
    recordsOut: counted('write-records'),
    bytesIn: counted('read-bytes'),
    bytesOut: counted('write-bytes'),
  };
  return {
    runningMs,
    rates: {
      recordsIn: measured?.recordsIn ?? since.recordsIn,
      recordsOut: measured?.recordsOut ?? since.recordsOut,
      bytesIn: measured?.bytesIn ?? since.bytesIn,
      bytesOut: measured?.bytesOut ?? since.bytesOut,
    },
    isSinceStart: !settled(runningMs) || !aggregates.has('numRecordsOutPerSecond'),
    ofOperator: (name) => ratesOf(aggregates, `${metricName(name)}.`, runningMs),
    ...shares(aggregates, counters),
  };
}

/** Metrics of one scope: by the meters of the last minute, or by what was counted since the start. */
function ratesOf(aggregates: Aggregates, scope: string, runningMs: number | null): Rates | null {
  const meter = (name: string): number | null => aggregates.get(`${scope}${name}PerSecond`)?.sum ?? null;
  const count = (name: string): number | null =>
    perSecond(aggregates.get(`${scope}${name}`)?.sum ?? null, runningMs);
  const of = (name: string): number | null => (settled(runningMs) ? meter(name) : null) ?? count(name);
  const rates = {
    recordsIn: of('numRecordsIn'),
    recordsOut: of('numRecordsOut'),
    bytesIn: of('numBytesIn'),
    bytesOut: of('numBytesOut'),
  };
  return rates.recordsIn === null && rates.recordsOut === null ? null : rates;
}

const settled = (runningMs: number | null): boolean => runningMs === null || runningMs >= METER_MS;

const perSecond = (count: number | null, runningMs: number | null): number | null =>
  count === null || runningMs === null || runningMs === 0 ? null : (count * 1000) / runningMs;

/** As Flink names the scope of an operator in its REST API. */
export const metricName = (operator: string): string =>
  operator.slice(0, MOST_OF_NAME).replaceAll(/[ .:,]/g, '_');

type Shares = Pick<VertexMetrics, 'busyRatio' | 'backPressuredRatio' | 'idleRatio' | 'mostBusyRatio'>;

/** Of the last second, or since the start. Sources of the old interface report no busy time. */
function shares(aggregates: Aggregates, counters: AnswerFields): Shares {
  const now = (name: string, of: 'avg' | 'max' = 'avg'): number | null => {
    const millis = aggregates.get(`${name}TimeMsPerSecond`)?.[of] ?? null;
    return millis === null ? null : Math.min(1, millis / 1000);
  };
  const [busy, backPressured, idle] = ['busy', 'backpressured', 'idle'].map((name) =>
    counters.number(`accumulated-${name}-time`),
  );
  const all = (busy ?? 0) + (backPressured ?? 0) + (idle ?? 0);
  const since = (time: number | null | undefined): number | null =>
    time === null || time === undefined || busy === null || all === 0 ? null : time / all;
  return {
    busyRatio: now('busy') ?? since(busy),
    backPressuredRatio: now('backPressured') ?? since(backPressured),
    idleRatio: now('idle') ?? since(idle),
    mostBusyRatio: now('busy', 'max'),
  };
}

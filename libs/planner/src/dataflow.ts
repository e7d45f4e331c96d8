import { derive, type Figure, formula, sum } from '@plimsoll/trace';
import { type Emission, emissionOf } from './emission.js';
import type { Exchange, Graph } from './graph.js';
import { mergedPeak } from './merged-peak.js';
import { operatorLeaf, operatorPointer, type Scope } from './scope.js';

/**
 * F1.1: rates through any DAG. What an operator receives is the sum over its edges of output × share; what it sends is what it
 * receives × selectivity, but for windows and joins, which set their own rate (F1.5, F1.9).
 * A stream is even, or it has a peak: how much above its average it runs while a window above it drains.
 */
export interface Stream {
  readonly records: Figure<'perSecond'>;
  readonly bytes: Figure<'bytesPerSecond'>;
  readonly peak: Peak | null;
}

export interface Peak {
  readonly ratio: Figure<'ratio'>;
  readonly ms: number;
  /** The windows that cause it, by their place in the request, with the part of the stream that is theirs; null: all of it. */
  readonly windows: ReadonlyMap<number, Figure<'ratio'> | null>;
}

/** What flows through one operator, over the whole cluster. */
export interface OperatorFlow {
  readonly index: number;
  readonly input: Stream;
  /** By incoming edge, in the order of the request. */
  readonly arrivals: readonly Stream[];
  /** The edges of the arrivals, by their place in the request. */
  readonly arrivalEdges: readonly number[];
  readonly output: Stream;
  readonly outputRecordBytes: Figure<'bytes'>;
  readonly emission: Emission | null;
}

const BYTES = formula({
  reference: 'F1.1',
  label: 'Bytes per second',
  unit: 'bytesPerSecond',
  inputs: { recordsPerSecond: 'perSecond', recordBytes: 'bytes' },
  text: 'recordsPerSecond × recordBytes',
  compute: ({ recordsPerSecond, recordBytes }) => recordsPerSecond * recordBytes,
});

const SELECTED = formula({
  reference: 'F1.1',
  label: 'Records sent per second',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', selectivity: 'ratio' },
  text: 'recordsPerSecond × selectivity',
  compute: ({ recordsPerSecond, selectivity }) => recordsPerSecond * selectivity,
});

const MEAN_SIZE = formula({
  reference: 'F1.1',
  label: 'Mean record size',
  unit: 'bytes',
  inputs: { bytesPerSecond: 'bytesPerSecond', recordsPerSecond: 'perSecond' },
  text: 'bytesPerSecond ÷ recordsPerSecond',
  compute: ({ bytesPerSecond, recordsPerSecond }) => bytesPerSecond / recordsPerSecond,
});

const NO_RECORDS = formula({
  reference: 'F1.1',
  label: 'Mean record size',
  unit: 'bytes',
  inputs: { recordsPerSecond: 'perSecond' },
  text: 'recordsPerSecond',
  compute: () => 0,
});

const SHARED_RECORDS = formula({
  reference: 'F1.1',
  label: 'Records on the edge per second',
  unit: 'perSecond',
  inputs: { recordsPerSecond: 'perSecond', share: 'ratio' },
  text: 'recordsPerSecond × share',
  compute: ({ recordsPerSecond, share }) => recordsPerSecond * share,
});

const SHARED_BYTES = formula({
  reference: 'F1.1',
  label: 'Bytes on the edge per second',
  unit: 'bytesPerSecond',
  inputs: { bytesPerSecond: 'bytesPerSecond', share: 'ratio' },
  text: 'bytesPerSecond × share',
  compute: ({ bytesPerSecond, share }) => bytesPerSecond * share,
});

/** The flow through every operator, by its place in the request. */
export function dataflow(scope: Scope, graph: Graph): OperatorFlow[] {
  const flows: OperatorFlow[] = new Array(graph.operators.length);
  for (const index of graph.order) flows[index] = operatorFlow(scope, graph, index, flows);
  return flows;
}

function operatorFlow(
  scope: Scope,
  graph: Graph,
  index: number,
  flows: readonly OperatorFlow[],
): OperatorFlow {
  const operator = graph.operators[index];
  if (operator === undefined) throw new RangeError(`no operator at ${index}`);
  const key = `operator.${operator.id}`;
  const edges = graph.inputs[index] ?? [];
  const arrivals = edges.map((exchange) => onEdge(scope, exchange, flows));
  const input = operator.kind === 'source' ? sourceInput(scope, index, key) : merged(key, arrivals);
  const emission = emissionOf(scope, graph, index, input, arrivals);
  const selectivity = operatorLeaf(scope, index, 'ratio', 'selectivity', operator.selectivity);
  const base = emission?.records ?? input.records;
  const records =
    selectivity === undefined
      ? base
      : derive(`${key}.recordsOut`, SELECTED, { recordsPerSecond: base, selectivity });
  const outputBytes = operatorLeaf(scope, index, 'bytes', 'output/recordBytes', operator.output?.recordBytes);
  const unchanged = records === input.records && outputBytes === undefined;
  const recordBytes = outputBytes ?? inputSize(scope, index, key, input);
  const bytes = unchanged
    ? input.bytes
    : derive(`${key}.bytesOut`, BYTES, { recordsPerSecond: records, recordBytes });
  const peak = emission === null ? input.peak : emission.peak;
  const arrivalEdges = edges.map((exchange) => exchange.index);
  return {
    index,
    input,
    arrivals,
    arrivalEdges,
    output: { records, bytes, peak },
    outputRecordBytes: recordBytes,
    emission,
  };
}

function sourceInput(scope: Scope, index: number, key: string): Stream {
  const operator = scope.request.workload.operators[index];
  const records = scope.given(
    'perSecond',
    operator?.recordsPerSecond ?? 0,
    operatorPointer(index, 'recordsPerSecond'),
  );
  const recordBytes = scope.given('bytes', operator?.recordBytes ?? 0, operatorPointer(index, 'recordBytes'));
  const bytes = derive(`${key}.bytesIn`, BYTES, { recordsPerSecond: records, recordBytes });
  return { records, bytes, peak: null };
}

function onEdge(scope: Scope, exchange: Exchange, flows: readonly OperatorFlow[]): Stream {
  const sent = flows[exchange.from]?.output;
  if (sent === undefined) throw new RangeError(`edge ${exchange.id} before its sender`);
  if (exchange.edge.share === undefined) return sent;
  const share = scope.given('ratio', exchange.edge.share, `/workload/edges/${exchange.index}/share`);
  const key = `edge.${exchange.id}`;
  return {
    records: derive(`${key}.records`, SHARED_RECORDS, { recordsPerSecond: sent.records, share }),
    bytes: derive(`${key}.bytes`, SHARED_BYTES, { bytesPerSecond: sent.bytes, share }),
    peak: sent.peak,
  };
}

function merged(key: string, arrivals: readonly Stream[]): Stream {
  const [only] = arrivals;
  if (only !== undefined && arrivals.length === 1) return only;
  const about = (label: string) => ({ label, reference: 'F1.1' });
  const records = sum(
    `${key}.recordsIn`,
    'perSecond',
    about('Records received per second'),
    arrivals.map((stream, at) => ({ name: `input ${at + 1}`, figure: stream.records })),
  );
  const bytes = sum(
    `${key}.bytesIn`,
    'bytesPerSecond',
    about('Bytes received per second'),
    arrivals.map((stream, at) => ({ name: `input ${at + 1}`, figure: stream.bytes })),
  );
  return { records, bytes, peak: mergedPeak(key, arrivals, records, bytes) };
}

function inputSize(scope: Scope, index: number, key: string, input: Stream): Figure<'bytes'> {
  const operator = scope.request.workload.operators[index];
  if (operator?.kind === 'source') {
    return scope.given('bytes', operator.recordBytes ?? 0, operatorPointer(index, 'recordBytes'));
  }
  if (input.records.value === 0)
    return derive(`${key}.recordBytes`, NO_RECORDS, { recordsPerSecond: input.records });
  return derive(`${key}.recordBytes`, MEAN_SIZE, {
    bytesPerSecond: input.bytes,
    recordsPerSecond: input.records,
  });
}

export const DATAFLOW_FORMULAS = [BYTES, SELECTED, MEAN_SIZE, SHARED_RECORDS, SHARED_BYTES];

import type { Plan } from './read-plan.js';
import type { Rates, VertexMetrics } from './vertex-metrics.js';

/** What the sender emits into an edge: a record that is broadcast counts once. */
export interface EdgeRate {
  readonly records: number | null;
  readonly recordBytes: number | null;
}

interface Arriving {
  readonly records: number | null;
  readonly bytes: number | null;
}

const NOTHING: Arriving = { records: null, bytes: null };

/**
 * A vertex counts what it receives of all inputs together, and what it sends (to several vertices: by version once or for each),
 * and of bytes only buffers that are full or flushed. So an edge is read where it arrives alone; else where it leaves alone; else
 * it is what the other inputs of its receiver leave over.
 * @returns by vertex and input
 */
export function edgeRates(plan: Plan, metrics: readonly VertexMetrics[]): EdgeRate[][] {
  const leaving = plan.vertices.map(() => 0);
  for (const { inputs } of plan.vertices) {
    for (const { from } of inputs) leaving[from] = (leaving[from] ?? 0) + 1;
  }
  const ratesOf = (vertex: number): Rates | undefined => metrics[vertex]?.rates;
  return plan.vertices.map(({ inputs, parallelism }, vertex) => {
    const copies = inputs.map(({ shipStrategy }) => (shipStrategy === 'BROADCAST' ? (parallelism ?? 1) : 1));
    const sent = inputs.map(({ from }, at): Arriving => {
      const rates = leaving[from] === 1 ? ratesOf(from) : undefined;
      if (rates === undefined || rates.recordsOut === null) return NOTHING;
      return {
        records: rates.recordsOut * (copies[at] ?? 1),
        bytes: rates.bytesOut === 0 ? null : rates.bytesOut,
      };
    });
    const received = { records: ratesOf(vertex)?.recordsIn ?? null, bytes: ratesOf(vertex)?.bytesIn ?? null };
    return inputs.map((_, at) => perRecord(arriving(received, sent, at), copies[at] ?? 1));
  });
}

function arriving(received: Arriving, sent: readonly Arriving[], at: number): Arriving {
  const own = sent[at] ?? NOTHING;
  if (sent.length > 1 && own.records !== null) return own;
  const others = sent.filter((_, other) => other !== at);
  const left = {
    records: leftOver(
      received.records,
      others.map(({ records }) => records),
    ),
    bytes: leftOver(
      received.bytes,
      others.map(({ bytes }) => bytes),
    ),
  };
  return left.records === null ? own : left;
}

function leftOver(total: number | null, others: readonly (number | null)[]): number | null {
  if (total === null || others.includes(null)) return null;
  const left = others.reduce<number>((rest, other) => rest - (other ?? 0), total);
  return left < 0 ? null : left;
}

const perRecord = ({ records, bytes }: Arriving, copies: number): EdgeRate => ({
  records: records === null ? null : records / copies,
  recordBytes: bytes === null || bytes === 0 || records === null || records === 0 ? null : bytes / records,
});

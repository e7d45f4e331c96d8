import { type DerivedFigure, derive, type Figure, flinkDefault, formula, given, sum } from '@plimsoll/trace';
import type { ExchangeFacts } from '../tuning/request.js';
import { DEBLOAT_TARGET_OPTION } from './parameters.js';

/**
 * How long barriers travel. An aligned barrier waits behind all that is in flight before it, at the rate that is really read;
 * debloated buffers hold no more than about a second of that; an unaligned barrier overtakes, and takes what it overtook along.
 */
const TRAVEL = formula({
  reference: 'F5.3',
  label: 'Travel of a barrier through full buffers',
  unit: 'ms',
  inputs: { inFlight: 'bytes', throughput: 'bytesPerSecond' },
  text: 'inFlight ÷ throughput × 1 s',
  compute: ({ inFlight, throughput }) => (inFlight / throughput) * 1000,
});

const DEBLOATED = formula({
  reference: 'F5.3',
  label: 'Travel of a barrier through debloated buffers',
  unit: 'ms',
  inputs: { inFlight: 'bytes', throughput: 'bytesPerSecond', debloatTarget: 'ms' },
  text: 'min(inFlight ÷ throughput × 1 s, debloatTarget)',
  compute: ({ inFlight, throughput, debloatTarget }) =>
    Math.min((inFlight / throughput) * 1000, debloatTarget),
});

export type BarrierKind = 'aligned' | 'debloated' | 'unaligned';

/** Flink's own target: buffers hold what passes in a second. */
const TARGET_MS = 1000;

export function alignment(exchanges: readonly ExchangeFacts[], kind: BarrierKind): Figure<'ms'> {
  if (kind === 'unaligned')
    return flinkDefault('ms', 0, 'execution.checkpointing.aligned-checkpoint-timeout');
  if (exchanges.length === 0) return given('ms', 0, '/workload/edges');
  const terms = exchanges.map((exchange) => ({ name: exchange.id, figure: hop(exchange, kind) }));
  const about = { label: 'Travel and alignment of barriers, at most', reference: 'F5.3' };
  return sum(`checkpoint.${kind}.alignment`, 'ms', about, terms);
}

function hop({ id, inFlightBytes, bytesPerSecond }: ExchangeFacts, kind: BarrierKind): DerivedFigure<'ms'> {
  const operands = { inFlight: inFlightBytes, throughput: bytesPerSecond };
  return kind === 'debloated'
    ? derive(`checkpoint.debloated.travel:${id}`, DEBLOATED, {
        ...operands,
        debloatTarget: flinkDefault('ms', TARGET_MS, DEBLOAT_TARGET_OPTION),
      })
    : derive(`checkpoint.aligned.travel:${id}`, TRAVEL, operands);
}

/** What an unaligned checkpoint takes along, of one slot. */
export function inFlightBytes(exchanges: readonly ExchangeFacts[]): Figure<'bytes'> {
  if (exchanges.length === 0) return given('bytes', 0, '/workload/edges');
  const terms = exchanges.map(({ id, inFlightBytes: figure }) => ({ name: id, figure }));
  return sum(
    'checkpoint.inFlight',
    'bytes',
    { label: 'Records in flight at one slot', reference: 'F5.3' },
    terms,
  );
}

export const ALIGNMENT_FORMULAS = [TRAVEL, DEBLOATED];

import { Derivation, type Known, known } from '@plimsoll/trace';
import { parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { ConfigReader } from '../config-reader.js';
import { derivedOrRefused } from '../derived-or-refused.js';
import { FlinkException, ILLEGAL_ARGUMENT } from '../flink-exception.js';
import { MOST_SEGMENTS, SEGMENT_SIZE } from '../memory-segment.js';
import type { MemoryAnswer } from '../result.js';
import { networkRejections } from './checks.js';
import { ofExchange, type Sum, shown } from './exchange-buffers.js';
import { gateBuffers } from './gate-buffers.js';
import { partitionBuffers } from './partition-buffers.js';
import type { NetworkBuffersRequest } from './request.js';
import type { ExchangeBuffers, NetworkBuffers } from './result.js';
import { type NetworkSettings, networkSettings } from './settings.js';
import { type SizedExchange, shortfall } from './shortfall.js';
import {
  AUTOSCALER,
  AUTOSCALER_OF_EXCHANGE,
  AVAILABLE,
  FOR_THROUGHPUT,
  IN_BYTES,
  RUNNING,
} from './task-manager-formulas.js';

/**
 * Buffers that the exchanges of a TaskManager need: those without which no task starts, and those with which none waits. Too
 * little network memory is an answer with `starts: false`.
 * @param traced whether the answer shows its steps
 * @returns Flink's refusal where the TaskManager would not start; rejections of values that cannot be
 */
export function networkBuffers(request: NetworkBuffersRequest, traced = true): MemoryAnswer<NetworkBuffers> {
  const rejections = networkRejections(request);
  const version = parseFlinkVersion(request.flinkVersion);
  if (rejections.length > 0 || version === undefined) return { kind: 'rejected', rejections };
  const answer = derivedOrRefused(request.config, version, (reader) =>
    deriveBuffers(reader, request, traced),
  );
  if (answer.kind !== 'ok') return answer;
  const overflown = overflow(answer.value);
  return overflown.length === 0 ? answer : { kind: 'rejected', rejections: overflown };
}

function deriveBuffers(
  reader: ConfigReader,
  request: NetworkBuffersRequest,
  traced: boolean,
): Omit<NetworkBuffers, 'warnings'> {
  const { version } = reader;
  const d = new Derivation(traced);
  const settings = networkSettings(reader);
  const { segment } = settings;
  const available = availableBuffers(d, request, segment);
  const sized: SizedExchange[] = [];
  const sums: Record<Sum, Known<'count'>> = { required: NOTHING, least: NOTHING, target: NOTHING };
  const exchanges = request.exchanges.map((exchange, at): ExchangeBuffers => {
    const inputs = { version, settings, exchange, at };
    const one = { exchange, gate: gateBuffers(d, inputs), partition: partitionBuffers(d, inputs) };
    sized.push(one);
    const of = ofExchange(d, one, at);
    for (const name of ['required', 'least', 'target'] as const) {
      sums[name] = d.derive(`network.${name}.${at}`, RUNNING, { before: sums[name], ofThis: of[name] });
    }
    return shown(one, of);
  });
  const targetBytes = d.derive('network.targetBytes', IN_BYTES, { buffers: sums.target, segment });
  const least = sums.least.value;
  const failure =
    available === undefined
      ? null
      : shortfall(version, sized, { available: available.value, least, segmentBytes: segment.value });
  warn(reader, available, sums);
  return {
    segmentBytes: segment.value,
    availableBuffers: available?.value ?? null,
    requiredBuffers: sums.required.value,
    leastBuffers: least,
    targetBuffers: sums.target.value,
    requiredBytes: d.derive('network.requiredBytes', IN_BYTES, { buffers: sums.required, segment }).value,
    targetBytes: targetBytes.value,
    starts: available === undefined ? null : available.value >= least,
    failure,
    config: networkMemory(targetBytes.value),
    autoscalerBytes: autoscaler(d, request, settings, sized).value,
    buffersForThroughput: forThroughput(d, request, segment),
    exchanges,
    steps: d.steps,
  };
}

const NOTHING = known('count', 0, '/exchanges');

function availableBuffers(
  d: Derivation,
  { networkBytes, networkFrom }: NetworkBuffersRequest,
  segment: Known<'bytes'>,
): Known<'count'> | undefined {
  if (networkBytes === undefined) return undefined;
  const network = known('bytes', networkBytes, networkFrom ?? '/networkBytes');
  const available = d.derive('network.available', AVAILABLE, { network, segment });
  if (available.value <= MOST_SEGMENTS) return available;
  throw new FlinkException(
    ILLEGAL_ARGUMENT,
    `The given number of memory bytes (${networkBytes}) corresponds to more than MAX_INT pages.`,
    {
      keys: ['taskmanager.memory.network.max', SEGMENT_SIZE.key],
      detail: `${networkBytes} bytes are ${available.value} buffers of ${segment.value} bytes; Flink counts up to ${MOST_SEGMENTS}.`,
      fixes: [],
    },
  );
}

/** Both ends the same, so that nothing is left to a fraction. */
function networkMemory(bytes: bigint): NetworkBuffers['config'] {
  if (bytes === 0n) return {};
  return { 'taskmanager.memory.network.min': `${bytes}b`, 'taskmanager.memory.network.max': `${bytes}b` };
}

/** All vertices in every slot: more than is needed where there are several slot sharing groups. */
function autoscaler(
  d: Derivation,
  request: NetworkBuffersRequest,
  { buffersPerChannel, floating, segment }: NetworkSettings,
  exchanges: readonly SizedExchange[],
): Known<'bytes'> {
  const buffers = exchanges.reduce((before, { gate: { channels }, partition: { subpartitions } }, at) => {
    const key = `network.autoscaler.${at}`;
    const inputs = { channels, subpartitions, buffersPerChannel, floating };
    const ofThis = d.derive(`${key}.exchange`, AUTOSCALER_OF_EXCHANGE, inputs);
    return d.derive(key, RUNNING, { before, ofThis });
  }, NOTHING);
  const slots = known('count', request.slots, '/slots');
  return d.derive('network.autoscaler', AUTOSCALER, { slots, buffers, segment });
}

function forThroughput(
  d: Derivation,
  { throughputBytesPerSecond, roundTripMs }: NetworkBuffersRequest,
  segment: Known<'bytes'>,
): number | null {
  if (throughputBytesPerSecond === undefined || roundTripMs === undefined) return null;
  return d.derive('network.forThroughput', FOR_THROUGHPUT, {
    throughput: known('bytesPerSecond', throughputBytesPerSecond, '/throughputBytesPerSecond'),
    roundTrip: known('ms', roundTripMs, '/roundTripMs'),
    segment,
  }).value;
}

function warn(
  reader: ConfigReader,
  available: Known<'count'> | undefined,
  { required, least, target }: Record<Sum, Known<'count'>>,
): void {
  if (available === undefined || available.value < least.value) return;
  if (available.value < required.value) {
    reader.log(
      'WARN',
      `${available.value} buffers are enough only because channels within the TaskManager take none: ` +
        `${required.value} are needed where all peers are elsewhere, or to restore what was in flight`,
    );
  } else if (available.value < target.value) {
    reader.log('INFO', `${available.value} buffers are enough to start; ${target.value} leave none waiting`);
  }
}

/** Flink counts buffers in 32 bits, and does not notice when they are not enough. */
function overflow({ exchanges }: NetworkBuffers): Rejection[] {
  return exchanges.flatMap(({ gate, partition }, at) => {
    const most = Math.max(gate.target ?? 0, partition.target ?? 0);
    if (most <= MOST_SEGMENTS) return [];
    const message = `needs ${most} buffers for a subtask, more than the ${MOST_SEGMENTS} that Flink counts; fewer buffers per channel would do`;
    return [{ pointer: `/exchanges/${at}`, message, received: most }];
  });
}

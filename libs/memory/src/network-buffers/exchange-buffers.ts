import { type Derivation, type Known, known, knownParameter } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import {
  CHANNELS,
  EXCLUSIVE_PER_CHANNEL,
  FLOATING,
  GATE_LEAST,
  GATE_REQUIRED,
  GATE_TARGET,
} from './gate-formulas.js';
import {
  GUARANTEED_FLOATING,
  MOST_REQUIRED_BATCH,
  MOST_REQUIRED_STREAM,
  NO_GUARANTEED_FLOATING,
  NO_OVERDRAFT,
  SORT_BUFFERS_PER_SUBPARTITION,
} from './parameters.js';
import {
  BOUNDED_TARGET,
  PARTITION_REQUIRED,
  SORTED_TARGET,
  SUBPARTITIONS,
  TIERED_REQUIRED,
} from './partition-formulas.js';
import type { Exchange, ExchangeMode } from './request.js';
import type { NetworkSettings } from './settings.js';

/** One exchange of a request, with what is known of it. */
export interface ExchangeInputs {
  readonly version: FlinkVersion;
  readonly settings: NetworkSettings;
  readonly exchange: Exchange;
  /** Its place in the request. */
  readonly at: number;
}

export interface KnownGate {
  readonly channels: Known<'count'>;
  readonly required: Known<'count'>;
  readonly target: Known<'count'>;
  readonly exclusive: Known<'count'>;
  readonly requiredFloating: Known<'count'>;
  readonly targetFloating: Known<'count'>;
  readonly localChannels: number;
  /** Required, where channels on the TaskManager itself take no exclusive buffers. */
  readonly least: Known<'count'>;
}

export interface KnownPartition {
  readonly subpartitions: Known<'count'>;
  readonly required: Known<'count'>;
  /** Undefined where nothing bounds it. */
  readonly target: Known<'count'> | undefined;
  readonly overdraft: Known<'count'>;
}

const POINTWISE: ReadonlySet<string> = new Set(['FORWARD', 'RESCALE']);
const modeOf = ({ mode }: Exchange): ExchangeMode => mode ?? 'PIPELINED';
const isHybrid = (mode: ExchangeMode): boolean => mode === 'HYBRID_FULL' || mode === 'HYBRID_SELECTIVE';

const keyOf = (at: number, name: string): string => `network.exchange.${at}.${name}`;

const parallelism = ({ exchange, at }: ExchangeInputs) => ({
  upstreamParallelism: known('count', exchange.upstreamParallelism, `/exchanges/${at}/upstreamParallelism`),
  downstreamParallelism: known(
    'count',
    exchange.downstreamParallelism,
    `/exchanges/${at}/downstreamParallelism`,
  ),
});

/**
 * Buffers of the input gate of one downstream subtask.
 * @see org.apache.flink.runtime.io.network.partition.consumer.InputGateSpecUtils#createGateBuffersSpec
 */
export function gateBuffers(d: Derivation, inputs: ExchangeInputs): KnownGate {
  const { version, settings, exchange, at } = inputs;
  const { buffersPerChannel, floating } = settings;
  const ends = parallelism(inputs);
  const channels = POINTWISE.has(exchange.shipStrategy)
    ? d.derive(keyOf(at, 'channels'), CHANNELS, ends)
    : ends.upstreamParallelism;
  const guaranteedFloating = knownParameter(
    isFrom(version, 1, 11) ? GUARANTEED_FLOATING : NO_GUARANTEED_FLOATING,
  );
  const required = d.derive(keyOf(at, 'gateRequired'), GATE_REQUIRED, {
    mostRequired: settings.mostRequired ?? mostRequired(inputs),
    channels,
    buffersPerChannel,
    guaranteedFloating,
  });
  const target = d.derive(keyOf(at, 'gateTarget'), GATE_TARGET, { channels, buffersPerChannel, floating });
  const exclusive = d.derive(keyOf(at, 'exclusivePerChannel'), EXCLUSIVE_PER_CHANNEL, {
    buffersPerChannel,
    required,
    guaranteedFloating,
    channels,
  });
  const local = known(
    'count',
    localChannels(exchange, channels.value),
    `/exchanges/${at}/${exchange.localChannels === undefined ? 'upstreamSubtasks' : 'localChannels'}`,
  );
  return {
    channels,
    required,
    target,
    exclusive,
    requiredFloating: d.derive(keyOf(at, 'requiredFloating'), FLOATING, {
      ofGate: required,
      exclusive,
      channels,
    }),
    targetFloating: d.derive(keyOf(at, 'targetFloating'), FLOATING, { ofGate: target, exclusive, channels }),
    localChannels: local.value,
    least: d.derive(keyOf(at, 'gateLeast'), GATE_LEAST, { required, exclusive, localChannels: local }),
  };
}

/**
 * Channels of a downstream subtask whose other end is on the same TaskManager. Flink puts the ends of a pointwise exchange together
 * where it can: where the TaskManager has its share of both.
 */
export function localChannels(exchange: Exchange, channels: number): number {
  const { shipStrategy, upstreamSubtasks, upstreamParallelism } = exchange;
  if (exchange.localChannels !== undefined) return Math.min(exchange.localChannels, channels);
  if (!POINTWISE.has(shipStrategy)) return Math.min(upstreamSubtasks, channels);
  return upstreamSubtasks === upstreamParallelism || isProportional(exchange) ? channels : 0;
}

function isProportional(exchange: Exchange): boolean {
  const { upstreamSubtasks, downstreamSubtasks, upstreamParallelism, downstreamParallelism } = exchange;
  const least = Math.min(upstreamParallelism, downstreamParallelism);
  const divides = Math.max(upstreamParallelism, downstreamParallelism) % least === 0;
  return divides && upstreamSubtasks * downstreamParallelism === downstreamSubtasks * upstreamParallelism;
}

function mostRequired({ version, settings, exchange }: ExchangeInputs): Known<'count'> {
  const mode = modeOf(exchange);
  const batch = mode === 'BLOCKING' || (isHybrid(mode) && settings.tiers !== undefined);
  return knownParameter(isFrom(version, 1, 17) && batch ? MOST_REQUIRED_BATCH : MOST_REQUIRED_STREAM);
}

/**
 * Buffers of the result partition of one upstream subtask.
 * @see org.apache.flink.runtime.shuffle.NettyShuffleUtils#getMinMaxNetworkBuffersPerResultPartition
 */
export function partitionBuffers(d: Derivation, inputs: ExchangeInputs): KnownPartition {
  const { version, settings, exchange, at } = inputs;
  const ends = parallelism(inputs);
  const subpartitions = POINTWISE.has(exchange.shipStrategy)
    ? d.derive(keyOf(at, 'subpartitions'), SUBPARTITIONS, ends)
    : ends.downstreamParallelism;
  const pipelined = modeOf(exchange) === 'PIPELINED';
  const sorted = isSorted(inputs, subpartitions.value);
  const required = sorted ? settings.sortBuffers : unsortedRequired(d, inputs, subpartitions);
  const overdraft = pipelined ? settings.overdraft : knownParameter(NO_OVERDRAFT);
  if (pipelined) {
    const { buffersPerChannel, floating } = settings;
    const bounds = { required, subpartitions, buffersPerChannel, floating };
    const target = d.derive(keyOf(at, 'partitionTarget'), BOUNDED_TARGET, bounds);
    return { subpartitions, required, target, overdraft };
  }
  if (!sorted || !isFrom(version, 1, 15)) return { subpartitions, required, target: undefined, overdraft };
  const target = d.derive(keyOf(at, 'partitionTarget'), SORTED_TARGET, {
    required,
    subpartitions,
    perSubpartition: knownParameter(SORT_BUFFERS_PER_SUBPARTITION),
  });
  return { subpartitions, required, target, overdraft };
}

const isSorted = ({ settings: { sortFrom }, exchange }: ExchangeInputs, subpartitions: number): boolean =>
  modeOf(exchange) === 'BLOCKING' && sortFrom !== undefined && subpartitions >= sortFrom.value;

function unsortedRequired(
  d: Derivation,
  { settings: { tiers }, at }: ExchangeInputs,
  subpartitions: Known<'count'>,
): Known<'count'> {
  const key = keyOf(at, 'partitionRequired');
  return tiers === undefined
    ? d.derive(key, PARTITION_REQUIRED, { subpartitions })
    : d.derive(key, TIERED_REQUIRED, { ...tiers, subpartitions });
}

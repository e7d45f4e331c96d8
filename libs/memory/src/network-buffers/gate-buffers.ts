import { type Derivation, type Known, known, knownParameter } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { type ExchangeInputs, keyOf, modeOf, POINTWISE, parallelism } from './exchange-inputs.js';
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
} from './parameters.js';
import type { Exchange, ExchangeMode } from './request.js';

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

const isHybrid = (mode: ExchangeMode): boolean => mode === 'HYBRID_FULL' || mode === 'HYBRID_SELECTIVE';

function mostRequired({ version, settings, exchange }: ExchangeInputs): Known<'count'> {
  const mode = modeOf(exchange);
  const batch = mode === 'BLOCKING' || (isHybrid(mode) && settings.tiers !== undefined);
  return knownParameter(isFrom(version, 1, 17) && batch ? MOST_REQUIRED_BATCH : MOST_REQUIRED_STREAM);
}

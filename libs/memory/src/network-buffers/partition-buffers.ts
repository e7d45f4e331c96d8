import { type Derivation, type Known, knownParameter } from '@plimsoll/trace';
import { isFrom } from '@plimsoll/units';
import { type ExchangeInputs, keyOf, modeOf, POINTWISE, parallelism } from './exchange-inputs.js';
import { NO_OVERDRAFT, SORT_BUFFERS_PER_SUBPARTITION } from './parameters.js';
import {
  BOUNDED_TARGET,
  PARTITION_REQUIRED,
  SORTED_TARGET,
  SUBPARTITIONS,
  TIERED_REQUIRED,
} from './partition-formulas.js';

export interface KnownPartition {
  readonly subpartitions: Known<'count'>;
  readonly required: Known<'count'>;
  /** Undefined where nothing bounds it. */
  readonly target: Known<'count'> | undefined;
  readonly overdraft: Known<'count'>;
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

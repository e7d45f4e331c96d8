import { Derivation, type Known, known } from '@plimsoll/trace';
import type { ExchangeBuffers } from './result.js';
import type { SizedExchange } from './shortfall.js';
import { OF_EXCHANGE } from './task-manager-formulas.js';

export type Sum = 'required' | 'least' | 'target';

/** What an exchange takes on the TaskManager: the gates and partitions of all its subtasks there. */
export function ofExchange(
  d: Derivation,
  { exchange, gate, partition }: SizedExchange,
  at: number,
): Record<Sum, Known<'count'>> {
  const pointer = `/exchanges/${at}`;
  const upstreamSubtasks = known('count', exchange.upstreamSubtasks, `${pointer}/upstreamSubtasks`);
  const downstreamSubtasks = known('count', exchange.downstreamSubtasks, `${pointer}/downstreamSubtasks`);
  const of = (name: Sum, ofGate: Known<'count'>, ofPartition: Known<'count'>): Known<'count'> =>
    d.derive(`network.exchange.${at}.${name}`, OF_EXCHANGE, {
      downstreamSubtasks,
      gate: ofGate,
      upstreamSubtasks,
      partition: ofPartition,
    });
  return {
    required: of('required', gate.required, partition.required),
    least: of('least', gate.least, partition.required),
    target: of('target', gate.target, partition.target ?? partition.required),
  };
}

/** An exchange as the answer shows it. */
export const shown = (
  { exchange: { from, to }, gate, partition }: SizedExchange,
  of: Record<Sum, Known<'count'>>,
): ExchangeBuffers => ({
  from,
  to,
  gate: {
    channels: gate.channels.value,
    localChannels: gate.localChannels,
    required: gate.required.value,
    least: gate.least.value,
    target: gate.target.value,
    exclusivePerChannel: gate.exclusive.value,
    requiredFloating: gate.requiredFloating.value,
    targetFloating: gate.targetFloating.value,
  },
  partition: {
    channels: partition.subpartitions.value,
    required: partition.required.value,
    target: partition.target?.value ?? null,
    overdraft: partition.overdraft.value,
  },
  requiredBuffers: of.required.value,
  leastBuffers: of.least.value,
  targetBuffers: of.target.value,
});

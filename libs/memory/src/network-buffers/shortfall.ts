import { type FlinkVersion, isFrom } from '@plimsoll/units';
import type { KnownGate } from './gate-buffers.js';
import type { KnownPartition } from './partition-buffers.js';
import type { Exchange } from './request.js';
import type { InsufficientBuffers } from './result.js';

/** An exchange with the buffers of its ends. */
export interface SizedExchange {
  readonly exchange: Exchange;
  readonly gate: KnownGate;
  readonly partition: KnownPartition;
}

/** Buffers that a task asks for at once, a number of times in a row. */
interface Claim {
  readonly buffers: number;
  readonly times: number;
}

interface Task {
  readonly subtasks: number;
  readonly claims: readonly Claim[];
}

export interface Pool {
  readonly available: number;
  readonly least: number;
  readonly segmentBytes: bigint;
}

/**
 * What the first task throws that is not served, where tasks are set up one after another in the order of the exchanges: first
 * its partitions, then its gates.
 * @see org.apache.flink.runtime.io.network.buffer.NetworkBufferPool
 */
export function shortfall(
  version: FlinkVersion,
  exchanges: readonly SizedExchange[],
  { available, least, segmentBytes }: Pool,
): InsufficientBuffers | null {
  if (available >= least) return null;
  let left = available;
  for (const { subtasks, claims } of tasks(version, exchanges)) {
    const ofSubtask = claims.reduce((sum, { buffers, times }) => sum + buffers * times, 0);
    const served = ofSubtask === 0 ? subtasks : Math.min(subtasks, Math.floor(left / ofSubtask));
    left -= served * ofSubtask;
    if (served === subtasks) continue;
    for (const { buffers, times } of claims) {
      const fitting = buffers === 0 ? times : Math.min(times, Math.floor(left / buffers));
      left -= fitting * buffers;
      if (fitting === times) continue;
      return {
        flinkException: 'IOException',
        flinkMessage: message(buffers, left, available, segmentBytes),
        missingBuffers: least - available,
      };
    }
  }
  return null;
}

/** Each operator once, in the order of its first exchange. */
function tasks(version: FlinkVersion, exchanges: readonly SizedExchange[]): Iterable<Task> {
  const partitions = new Map<string, Claim[]>();
  const gates = new Map<string, Claim[]>();
  const subtasks = new Map<string, number>();
  for (const { exchange, gate, partition } of exchanges) {
    const { from, to, upstreamSubtasks, downstreamSubtasks } = exchange;
    subtasks.set(from, upstreamSubtasks).set(to, downstreamSubtasks);
    append(partitions, from, [{ buffers: partition.required.value, times: 1 }]);
    append(gates, to, gateClaims(version, gate));
  }
  return [...subtasks].map(([id, count]) => ({
    subtasks: count,
    claims: [...(partitions.get(id) ?? []), ...(gates.get(id) ?? [])],
  }));
}

function append(claims: Map<string, Claim[]>, id: string, more: readonly Claim[]): void {
  const known = claims.get(id);
  if (known === undefined) claims.set(id, [...more]);
  else known.push(...more);
}

/** Up to 1.13 the channels of a gate come before its floating buffers. */
function gateClaims(version: FlinkVersion, gate: KnownGate): Claim[] {
  const floating = { buffers: gate.requiredFloating.value, times: 1 };
  const exclusive = { buffers: gate.exclusive.value, times: gate.channels.value - gate.localChannels };
  return isFrom(version, 1, 14) ? [floating, exclusive] : [exclusive, floating];
}

const message = (required: number, left: number, total: number, segmentBytes: bigint): string =>
  `Insufficient number of network buffers: required ${required}, but only ${left} available. ` +
  `The total number of network buffers is currently set to ${total} of ${segmentBytes} bytes each. ` +
  "You can increase this number by setting the configuration keys 'taskmanager.memory.network.fraction', " +
  "'taskmanager.memory.network.min', and 'taskmanager.memory.network.max'.";

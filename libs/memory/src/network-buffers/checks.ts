import { isFrom, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import { versionRejection } from '../version-rejection.js';
import type { Exchange, NetworkBuffersRequest } from './request.js';

/** Flink's largest max parallelism. */
export const MOST_PARALLELISM = 32_768;
const INT_MAX = 2 ** 31 - 1;

/** Values that can be read but not be so; Flink never saw them. */
export function networkRejections(request: NetworkBuffersRequest): Rejection[] {
  const { networkBytes, slots, exchanges, throughputBytesPerSecond, roundTripMs } = request;
  const rejections = [
    ...versionRejection(request.flinkVersion),
    ...whole('/slots', slots, 1, INT_MAX),
    ...exchanges.flatMap((exchange, at) => exchangeRejections(request, exchange, at)),
    ...unequalSubtasks(exchanges),
    ...rate('/throughputBytesPerSecond', throughputBytesPerSecond),
    ...rate('/roundTripMs', roundTripMs),
  ];
  if (networkBytes !== undefined && networkBytes < 0n) {
    rejections.push({
      pointer: '/networkBytes',
      message: 'must not be negative',
      received: String(networkBytes),
    });
  }
  return rejections;
}

function exchangeRejections(
  { flinkVersion }: NetworkBuffersRequest,
  exchange: Exchange,
  at: number,
): Rejection[] {
  const pointer = `/exchanges/${at}`;
  const { shipStrategy, upstreamParallelism, downstreamParallelism, localChannels, mode } = exchange;
  const rejections = [
    ...whole(`${pointer}/upstreamParallelism`, upstreamParallelism, 1, MOST_PARALLELISM),
    ...whole(`${pointer}/downstreamParallelism`, downstreamParallelism, 1, MOST_PARALLELISM),
    ...whole(`${pointer}/upstreamSubtasks`, exchange.upstreamSubtasks, 0, upstreamParallelism),
    ...whole(`${pointer}/downstreamSubtasks`, exchange.downstreamSubtasks, 0, downstreamParallelism),
    ...(localChannels === undefined
      ? []
      : whole(`${pointer}/localChannels`, localChannels, 0, upstreamParallelism)),
  ];
  if (shipStrategy === 'FORWARD' && upstreamParallelism !== downstreamParallelism) {
    rejections.push({
      pointer: `${pointer}/shipStrategy`,
      message: `FORWARD needs equal parallelisms, not ${upstreamParallelism} and ${downstreamParallelism}; REBALANCE or RESCALE take any`,
      received: shipStrategy,
    });
  }
  const version = parseFlinkVersion(flinkVersion);
  const hybrid = mode === 'HYBRID_FULL' || mode === 'HYBRID_SELECTIVE';
  if (hybrid && version !== undefined && !isFrom(version, 1, 16)) {
    rejections.push({
      pointer: `${pointer}/mode`,
      message: 'came with Flink 1.16; BLOCKING is what there was before',
      received: mode,
    });
  }
  return rejections;
}

/** An operator has one number of subtasks on the TaskManager, whichever of its exchanges is looked at. */
function unequalSubtasks(exchanges: readonly Exchange[]): Rejection[] {
  const known = new Map<string, number>();
  const differs = (id: string, subtasks: number, pointer: string): Rejection[] => {
    const before = known.get(id);
    known.set(id, before ?? subtasks);
    if (before === undefined || before === subtasks) return [];
    const message = `gives "${id}" ${subtasks} subtasks on the TaskManager, another exchange ${before}`;
    return [{ pointer, message, received: subtasks }];
  };
  return exchanges.flatMap(({ from, to, upstreamSubtasks, downstreamSubtasks }, at) => [
    ...differs(from, upstreamSubtasks, `/exchanges/${at}/upstreamSubtasks`),
    ...differs(to, downstreamSubtasks, `/exchanges/${at}/downstreamSubtasks`),
  ]);
}

export function whole(pointer: string, value: number, least: number, most: number): Rejection[] {
  if (Number.isSafeInteger(value) && value >= least && !(value > most)) return [];
  return [{ pointer, message: `must be a whole number from ${least} to ${most}`, received: value }];
}

function rate(pointer: string, value: number | undefined): Rejection[] {
  if (value === undefined || (value >= 0 && value <= Number.MAX_SAFE_INTEGER)) return [];
  return [{ pointer, message: 'must be a number from 0 to 2^53 − 1', received: value }];
}

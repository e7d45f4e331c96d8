import { type DerivedFigure, derive, type Figure, formula } from '@plimsoll/trace';
import { distinctKeys } from './distinct-keys.js';

/** Keys that a time to live leaves: those written within it, and those that have expired but wait for a cleanup. */
export interface KeysWithTimeToLive {
  readonly live: DerivedFigure<'count'>;
  readonly expired: DerivedFigure<'count'>;
  readonly total: DerivedFigure<'count'>;
}

const LIVE = formula({
  reference: 'F4.2',
  label: 'Keys within their time to live',
  unit: 'count',
  inputs: { keys: 'count', writesPerSecond: 'perSecond', timeToLive: 'ms' },
  text: 'D(keys, writesPerSecond × timeToLive ÷ 1 s)',
  compute: ({ keys, writesPerSecond, timeToLive }) =>
    distinctKeys(keys, (writesPerSecond * timeToLive) / 1000),
});

const EXPIRED = formula({
  reference: 'F4.2',
  label: 'Keys that have expired and wait for a cleanup',
  unit: 'count',
  inputs: { keys: 'count', writesPerSecond: 'perSecond', timeToLive: 'ms', cleanupDelay: 'ms' },
  text: 'writesPerSecond × exp(−writesPerSecond × timeToLive ÷ 1 s ÷ keys) × cleanupDelay ÷ 1 s',
  compute: ({ keys, writesPerSecond, timeToLive, cleanupDelay }) =>
    (writesPerSecond * Math.exp((-writesPerSecond * timeToLive) / 1000 / keys) * cleanupDelay) / 1000,
});

const PRESENT = formula({
  reference: 'F4.2',
  label: 'Keys in state',
  unit: 'count',
  inputs: { live: 'count', expired: 'count' },
  text: 'live + expired',
  compute: ({ live, expired }) => live + expired,
});

/** With a time to live that each write renews; where reads renew it too, give the accesses as writes. */
export function keysWithTimeToLive(
  id: string,
  given: {
    readonly keys: Figure<'count'>;
    readonly writesPerSecond: Figure<'perSecond'>;
    readonly timeToLive: Figure<'ms'>;
    readonly cleanupDelay: Figure<'ms'>;
  },
): KeysWithTimeToLive {
  const { keys, writesPerSecond, timeToLive, cleanupDelay } = given;
  const live = derive(`state.${id}.liveKeys`, LIVE, { keys, writesPerSecond, timeToLive });
  const expired = derive(`state.${id}.expiredKeys`, EXPIRED, {
    keys,
    writesPerSecond,
    timeToLive,
    cleanupDelay,
  });
  return { live, expired, total: derive(`state.${id}.presentKeys`, PRESENT, { live, expired }) };
}

export const TIME_TO_LIVE_FORMULAS = [LIVE, EXPIRED, PRESENT];

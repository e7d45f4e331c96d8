import { known } from '@plimsoll/trace';
import type { FlinkVersion } from '@plimsoll/units';
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

export const POINTWISE: ReadonlySet<string> = new Set(['FORWARD', 'RESCALE']);

export const modeOf = ({ mode }: Exchange): ExchangeMode => mode ?? 'PIPELINED';

export const keyOf = (at: number, name: string): string => `network.exchange.${at}.${name}`;

export const parallelism = ({ exchange, at }: ExchangeInputs) => ({
  upstreamParallelism: known('count', exchange.upstreamParallelism, `/exchanges/${at}/upstreamParallelism`),
  downstreamParallelism: known(
    'count',
    exchange.downstreamParallelism,
    `/exchanges/${at}/downstreamParallelism`,
  ),
});

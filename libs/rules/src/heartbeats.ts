import type { ConfigReader } from './config-reader.js';

export const HEARTBEAT_INTERVAL = 'heartbeat.interval';
export const HEARTBEAT_TIMEOUT = 'heartbeat.timeout';

/** Milliseconds; null where one of them cannot be read. */
export function heartbeats(config: ConfigReader): { interval: number; timeout: number } | null {
  const interval = config.duration(HEARTBEAT_INTERVAL);
  const timeout = config.duration(HEARTBEAT_TIMEOUT);
  return interval === null || timeout === null ? null : { interval, timeout };
}

/** A bare number is milliseconds to every version. */
export const milliseconds = (ms: number): string => String(Math.round(ms));

import type { FlinkVersion } from '@plimsoll/units';
import { ConfigReader } from './config-reader.js';
import { FlinkException } from './flink-exception.js';
import { nearestAccepted } from './nearest.js';
import type { FlinkConfig } from './request.js';
import type { ConfigPatch, FlinkRefusal, MemoryAnswer } from './result.js';

/** What follows from a configuration with what Flink logs on the way, or Flink's refusal with the nearest that it accepts. */
export function derivedOrRefused<T extends object>(
  config: FlinkConfig,
  version: FlinkVersion,
  derive: (reader: ConfigReader) => T,
): MemoryAnswer<T & { readonly warnings: readonly string[] }> {
  const logged = new Set<string>();
  try {
    const value = derive(new ConfigReader(config, version, logged));
    return { kind: 'ok', value: Object.assign(value, { warnings: [...logged] }) };
  } catch (error) {
    if (!(error instanceof FlinkException)) throw error;
    return { kind: 'refused', refusal: refusal(error, config, version, derive) };
  }
}

function refusal(
  error: FlinkException,
  config: FlinkConfig,
  version: FlinkVersion,
  derive: (reader: ConfigReader) => unknown,
): FlinkRefusal {
  const trial = (change: ConfigPatch): FlinkException | null => {
    try {
      derive(new ConfigReader(config, version, new Set(), change));
      return null;
    } catch (next) {
      if (next instanceof FlinkException) return next;
      throw next;
    }
  };
  const { innermost } = error;
  const nearest = nearestAccepted(config, error, trial);
  return {
    flinkException: error.name,
    flinkMessage: error.message,
    ...(innermost !== error && { flinkCause: { exception: innermost.name, message: innermost.message } }),
    detail: nearest === null ? error.reason.detail : `${error.reason.detail} ${inWords(nearest)}`,
    keys: error.reason.keys,
    nearest,
  };
}

const REMEDY = 'Flink accepts it';

function inWords({ set, unset }: ConfigPatch): string {
  const settings = Object.entries(set).map(([key, value]) => `${key}: ${value}`);
  const changes = [...(settings.length > 0 ? [`with ${settings.join(', ')}`] : [])];
  if (unset.length > 0) changes.push(`without ${unset.join(', ')}`);
  return `${REMEDY} ${changes.join(' and ')}.`;
}

/** Which options are at odds and by how much, for those who offer a remedy of their own. */
export const withoutRemedy = ({ detail, nearest }: FlinkRefusal): string =>
  nearest === null ? detail : detail.slice(0, detail.lastIndexOf(REMEDY)).trimEnd();

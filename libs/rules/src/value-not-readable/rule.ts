import { type FlinkConfig, type FlinkRejection, isSensitiveKey, readOption } from '@plimsoll/flink-config';
import type { ConfigReader } from '../config-reader.js';
import type { Rule, Violation } from '../rule.js';
import { holdsSecret } from '../secrets.js';
import { entry } from '../setting-evidence.js';
import { mended } from './mended.js';

export const rule: Rule = {
  id: 'value-not-readable',
  family: 'file',
  severity: 'error',
  title: 'Flink cannot read this value',
  why: 'Flink reads a value when it needs it, by the type of its option. A value that is not of that type throws then: the process ends while it starts, or the job is refused when it is submitted. The file alone looks right.',
  remedy:
    'Write the value as the type of the option asks: a size such as 1536m, a time such as 10 min, one of the named values.',
  reference: 'Configuration',
  source: 'Flink documentation',
  needs: [],
  check: ({ config }) => Object.keys(config.entries).flatMap((key) => violation(config, key) ?? []),
};

interface Refused {
  readonly option: string;
  readonly rejection: FlinkRejection;
}

function violation(config: ConfigReader, key: string): Violation | undefined {
  const refused = refusalOf(config, key);
  if (refused === undefined) return undefined;
  const { option: optionKey, rejection } = refused;
  const option = config.known(optionKey)?.option;
  if (option === null || option === undefined) return undefined;
  const { flinkException, flinkMessage, flinkCause } = rejection;
  const secret = isSensitiveKey(key) || isSensitiveKey(optionKey) || holdsSecret(config.entries[key] ?? '');
  const words = secret
    ? ''
    : ` It says: ${flinkMessage} Caused by ${flinkCause.flinkException}: ${flinkCause.flinkMessage}`;
  const fix = secret ? undefined : fixOf(config, key, optionKey);
  const meant = fix === undefined ? '' : ` Write ${fix.set[key]}.`;
  return {
    message: `Flink ${config.flinkVersion} reads ${optionKey} as ${article(option.type)} and throws ${flinkException} for the value of ${key}.${meant}${clipped(words)}`,
    path: key,
    evidence: [entry(config, key), { name: 'type', value: option.type, unit: 'text', from: 'flink' }],
    ...(option.notSampled !== null && { severity: 'warning' }),
    ...(fix !== undefined && { fix }),
  };
}

/** The first option that reads this key, and not another one, and refuses its text. */
function refusalOf(config: ConfigReader, key: string): Refused | undefined {
  const known = config.known(key);
  if (known === null || known.by === 'prefix' || known.by === 'prefix-map') return undefined;
  if (known.by === 'pattern' && known.option?.declaredBy.startsWith(OWN_PATTERNS) !== true) return undefined;
  const own = known.option === null ? [] : [{ key, type: known.option.type }];
  for (const { key: option, type } of [...own, ...known.readBy.map((reader) => reader.option)]) {
    const outcome = type === 'String' ? null : config.outcome(option);
    const [rejection] = outcome?.kind === 'rejected' ? outcome.rejections : [];
    if (rejection === undefined || !('flinkException' in rejection)) continue;
    if (rejection.pointer === `/config/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`) {
      return { option, rejection };
    }
  }
  return undefined;
}

/** Below the name of a reporter each reporter has types of its own: `port` of one is a number, of another a range. */
const OWN_PATTERNS = 'org.apache.flink.configuration.';

const LONGEST = 600;
const clipped = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

const article = (type: string): string => (/^[EI]/.test(type) ? `an ${type}` : `a ${type}`);

function fixOf(config: ConfigReader, key: string, optionKey: string) {
  const option = config.known(optionKey)?.option;
  const text = config.entries[key];
  if (option === null || option === undefined || text === undefined) return undefined;
  const written = mended(text, option, config.version);
  if (written === undefined) return undefined;
  const readers = [optionKey, ...(config.known(key)?.readBy.map((one) => one.option.key) ?? [])];
  const mendedConfig = { ...readWith(config, readers), [key]: written };
  const accepted = readers.every((reader) => readOption(mendedConfig, config.version, reader).kind === 'ok');
  return accepted ? { set: { [key]: written }, unset: [] } : undefined;
}

/** The settings that these options are read of: their own keys and their older ones. */
function readWith(config: ConfigReader, readers: readonly string[]): FlinkConfig {
  const keys = readers.flatMap((reader) => {
    const option = config.known(reader)?.option ?? null;
    return option === null ? [reader] : [reader, ...option.fallbackKeys, ...option.deprecatedKeys];
  });
  const set = keys.filter((key) => Object.hasOwn(config.entries, key));
  return Object.fromEntries(set.map((key) => [key, config.entries[key] ?? '']));
}

import { type Known, known, knownDefault } from '@plimsoll/trace';
import {
  type FlinkVersion,
  isFrom,
  type JavaResult,
  parseFlinkBoolean,
  parseJavaDouble,
  parseJavaFloat,
  parseJavaInt,
  parseMemorySize,
} from '@plimsoll/units';
import { FlinkException, ILLEGAL_ARGUMENT, type Reason } from './flink-exception.js';
import { configPointer, type FractionOption, type Option, type SizeOption } from './option.js';
import { NO_CHANGE, valueUnder } from './patch.js';
import type { FlinkConfig } from './request.js';
import type { ConfigPatch } from './result.js';
import { readableSize } from './spelling.js';

/** A value that the configuration holds, under the option's own key or an old one. */
interface Found {
  readonly key: string;
  readonly text: string;
}

/**
 * A configuration as Flink reads it: option by option, when it is asked for and not before, so that garbage in an option which
 * is not needed does no harm. An option's own key wins over its old ones; a use of an old key is logged. A change is read in place
 * of what it changes, so that many changes of one large configuration can be tried without a copy of it for each.
 */
export class ConfigReader {
  private readonly replaced = new Map<string, Known<'bytes'>>();

  constructor(
    private readonly config: FlinkConfig,
    readonly version: FlinkVersion,
    private readonly logged: Set<string>,
    private readonly change: ConfigPatch = NO_CHANGE,
  ) {}

  log(level: 'INFO' | 'WARN', message: string): void {
    this.logged.add(`${level} ${message}`);
  }

  /** Lets a size stand for an option that is not in the configuration. */
  replace({ key }: Option, size: Known<'bytes'>): void {
    this.replaced.set(key, size);
  }

  has(option: Option): boolean {
    return this.replaced.has(option.key) || this.find(option) !== undefined;
  }

  /** The text of an option; undefined where it is not set. */
  text(option: Option): Found | undefined {
    return this.find(option);
  }

  /**
   * A size, or the option's default.
   * @throws FlinkException as Flink's `getMemorySizeFromConfig` does
   */
  size(option: SizeOption): Known<'bytes'> {
    const replaced = this.replaced.get(option.key);
    if (replaced !== undefined) return replaced;
    const found = this.find(option);
    if (found !== undefined) {
      const parsed = parseMemorySize(found.text);
      if (parsed.kind === 'value') return known('bytes', parsed.value, pointerOf(option, found));
      const { exception, message } = parsed;
      throw unreadable(this.version, option, found, exception, message, asSize(found)).within(
        `Cannot read memory size from config option '${option.key}'.`,
      );
    }
    const byDefault = option.byDefault(this.version);
    if (byDefault === undefined) throw new Error(`${option.key} is read before it is known to be set`);
    return knownDefault('bytes', byDefault, option.key);
  }

  /** A size whose failure to read is not wrapped. */
  bareSize(option: SizeOption): Known<'bytes'> {
    try {
      return this.size(option);
    } catch (error) {
      throw error instanceof FlinkException ? (error.cause ?? error) : error;
    }
  }

  /** A float, widened to the double that Flink computes with. */
  fraction(option: FractionOption): Known<'ratio'> {
    const found = this.find(option);
    if (found === undefined) return knownDefault('ratio', Math.fround(option.byDefault), option.key);
    return known(
      'ratio',
      read(this.version, option, found, parseJavaFloat(found.text)),
      pointerOf(option, found),
    );
  }

  /** @returns undefined where the option is not set */
  integer(option: Option): Known<'count'> | undefined {
    const found = this.find(option);
    if (found === undefined) return undefined;
    return known(
      'count',
      read(this.version, option, found, parseJavaInt(found.text)),
      pointerOf(option, found),
    );
  }

  double(option: Option): number | undefined {
    const found = this.find(option);
    return found === undefined ? undefined : read(this.version, option, found, parseJavaDouble(found.text));
  }

  boolean(option: Option): boolean | undefined {
    const found = this.find(option);
    return found === undefined ? undefined : read(this.version, option, found, parseFlinkBoolean(found.text));
  }

  private find({ key, oldKeys }: Option): Found | undefined {
    const text = this.valueOf(key);
    if (text !== undefined) return { key, text };
    for (const oldKey of oldKeys) {
      const oldText = this.valueOf(oldKey);
      if (oldText === undefined) continue;
      this.log('WARN', `Config uses deprecated configuration key '${oldKey}' instead of proper key '${key}'`);
      return { key: oldKey, text: oldText };
    }
    return undefined;
  }

  private valueOf(key: string): string | undefined {
    return valueUnder(this.config, this.change, key);
  }
}

const pointerOf = (option: Option, { key }: Found): string =>
  key === option.key ? option.pointer : configPointer(key);

/** What a conversion gave. */
export function read<T>(version: FlinkVersion, option: Option, found: Found, result: JavaResult<T>): T {
  if (result.kind === 'value') return result.value;
  throw unreadable(version, option, found, result.exception, result.message, []);
}

function unreadable(
  version: FlinkVersion,
  option: Option,
  { key, text }: Found,
  exception: string,
  message: string,
  fixes: Reason['fixes'],
): FlinkException {
  const remove = { set: {}, unset: [key] };
  const reason: Reason = {
    keys: [key],
    detail: `"${text}" in ${key} cannot be read: ${message}.`,
    fixes: [...fixes, remove],
  };
  return new FlinkException(
    ILLEGAL_ARGUMENT,
    isHidden(version, option.key)
      ? `Could not parse value for key '${option.key}'.`
      : `Could not parse value '${text}' for key '${option.key}'.`,
    reason,
    new FlinkException(exception, message, reason),
  );
}

const SENSITIVE =
  /password|secret|fs\.azure\.account\.key|apikey|auth-params|service-key|token|basic-auth|jaas\.config/i;

/** Whether Flink leaves the value of a key out of its message; it does so from 1.17 on. */
const isHidden = (version: FlinkVersion, key: string): boolean =>
  isFrom(version, 1, 17) && SENSITIVE.test(key);

/** The size that was probably meant, in Flink's spelling. */
function asSize({ key, text }: Found): Reason['fixes'] {
  const meant = readableSize(text);
  return meant === undefined ? [] : [{ set: { [key]: meant }, unset: [] }];
}

import { type Known, known, knownDefault } from '@plimsoll/trace';
import {
  type FlinkVersion,
  isFrom,
  type JavaResult,
  javaTrim,
  parseJavaFloat,
  parseJavaInt,
  parseJavaLong,
  parseMemorySize,
} from '@plimsoll/units';
import { FlinkException } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import { configPointer, type Option } from '../option.js';
import type { FlinkConfig } from '../request.js';
import { readableSize } from '../spelling.js';
import type { LegacyOption } from './options.js';

/** A value that the configuration holds, under the option's own key or an old one. */
export interface Found {
  readonly key: string;
  readonly text: string;
}

interface Read<T> {
  readonly value: T;
  /** Where it stands; undefined for the default. */
  readonly key?: string;
}

const LARGEST_FLOAT = 3.4028234663852886e38;

/**
 * A configuration as Flink before 1.10 reads it. A number that cannot be read is no failure there: a line is logged, and the
 * default holds. Sizes with a unit are known from 1.6 on, and those do fail.
 */
export class LegacyConfiguration {
  private readonly logged = new Set<string>();

  constructor(
    private readonly config: FlinkConfig,
    readonly version: FlinkVersion,
  ) {}

  /** The same configuration with a log of its own. */
  afresh(): LegacyConfiguration {
    return new LegacyConfiguration(this.config, this.version);
  }

  /** Lines of the log, each once. */
  get log(): string[] {
    return [...this.logged];
  }

  /** Whether sizes are read with a unit. */
  get hasUnits(): boolean {
    return isFrom(this.version, 1, 6);
  }

  find({ key, oldKeys }: Option): Found | undefined {
    const text = this.valueOf(key);
    if (text !== undefined) return { key, text };
    if (!isFrom(this.version, 1, 4)) return undefined;
    for (const oldKey of oldKeys) {
      const oldText = this.valueOf(oldKey);
      if (oldText === undefined) continue;
      this.warn(`Config uses deprecated configuration key '${oldKey}' instead of proper key '${key}'`);
      return { key: oldKey, text: oldText };
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.valueOf(key) !== undefined;
  }

  /** @see java.lang.Boolean#parseBoolean: whatever is not `true` is false */
  isTrue(option: Option): boolean {
    return this.find(option)?.text.toLowerCase() === 'true';
  }

  /** A float, widened to a double; it may be infinite or no number. */
  float(option: LegacyOption<number>): Known<'ratio'> {
    const { value, key } = this.number(
      option,
      Math.fround(option.byDefault),
      parseJavaFloat,
      'a float value',
    );
    return leaf('ratio', option, value, key);
  }

  integer(option: LegacyOption<number>): Known<'count'> {
    const { value, key } = this.number(option, option.byDefault, parseJavaInt, 'an integer number');
    return leaf('count', option, value, key);
  }

  /** A whole number of megabytes, as bytes. */
  megabytes(option: LegacyOption<number>): Known<'bytes'> {
    const { value, key } = this.number(option, option.byDefault, parseJavaInt, 'an integer number');
    return leaf('bytes', option, BigInt(value) * MIB, key);
  }

  /** A whole number of bytes; from 1.6 a size. */
  size(option: LegacyOption<bigint>): Known<'bytes'> {
    const { value, key } = this.hasUnits ? this.sizeWithUnit(option) : this.long(option);
    return leaf('bytes', option, value, key);
  }

  long(option: LegacyOption<bigint>): Read<bigint> {
    return this.number(option, option.byDefault, parseJavaLong, 'a long integer number');
  }

  private sizeWithUnit(option: LegacyOption<bigint>): Read<bigint> {
    const found = this.find(option);
    if (found === undefined) return { value: option.byDefault };
    return { value: sizeOf(found), key: found.key };
  }

  private number<T>(
    option: Option,
    byDefault: T,
    parse: (text: string) => JavaResult<T>,
    what: string,
  ): Read<T> {
    const found = this.find(option);
    if (found === undefined) return { value: byDefault };
    const parsed = parse(found.text);
    if (parsed.kind === 'value') return { value: parsed.value, key: found.key };
    this.warn(`Configuration cannot evaluate value ${found.text} as ${what}`);
    return { value: byDefault };
  }

  private warn(message: string): void {
    this.logged.add(`WARN ${message}`);
  }

  private valueOf(key: string): string | undefined {
    return Object.hasOwn(this.config, key) ? this.config[key] : undefined;
  }
}

function leaf<U extends 'bytes' | 'ratio' | 'count'>(
  unit: U,
  option: Option,
  value: Known<U>['value'],
  key: string | undefined,
): Known<U> {
  return key === undefined ? knownDefault(unit, value, option.key) : known(unit, value, configPointer(key));
}

/** A float as it enters a product that is cast to a long: no number gives 0 there, and infinity what the largest float gives. */
export function finite(fraction: Known<'ratio'>): Known<'ratio'> {
  const { value } = fraction;
  if (Number.isFinite(value)) return fraction;
  return { ...fraction, value: Number.isNaN(value) ? 0 : Math.sign(value) * LARGEST_FLOAT };
}

/**
 * A size of the configuration, in bytes.
 * @param byDefault unit of a number without one
 * @throws FlinkException where Flink cannot read it
 */
export function sizeOf({ key, text }: Found, byDefault = ''): bigint {
  const parsed = parseMemorySize(/^\d+$/.test(javaTrim(text)) ? text + byDefault : text);
  if (parsed.kind === 'value') return parsed.value;
  const meant = readableSize(text);
  const spelled = meant === undefined ? [] : [{ set: { [key]: meant }, unset: [] }];
  throw new FlinkException(parsed.exception, parsed.message, {
    keys: [key],
    detail: `"${text}" in ${key} cannot be read as a size: ${parsed.message}.`,
    fixes: [...spelled, { set: {}, unset: [key] }],
  });
}

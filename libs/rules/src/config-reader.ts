import {
  catalogueOf,
  type FlinkConfig,
  flinkOption,
  type KnownKey,
  type OptionOutcome,
  type OptionReading,
  type OptionValue,
  readOption,
} from '@plimsoll/flink-config';
import { type FlinkVersion, isFrom } from '@plimsoll/units';

const NANOS_PER_MILLISECOND = 1_000_000n;

/**
 * A configuration as rules read it: each option once, as Flink of that version reads it. A value that Flink cannot read is null
 * here, and the finding of the rule `value-not-readable`.
 */
export class ConfigReader {
  readonly version: FlinkVersion;
  /** `1.20` */
  readonly flinkVersion: string;
  readonly entries: FlinkConfig;
  readonly #known = new Map<string, KnownKey | null>();
  readonly #outcomes = new Map<string, OptionOutcome | null>();

  constructor(version: FlinkVersion, entries: FlinkConfig) {
    this.version = version;
    this.flinkVersion = `${version.major}.${version.minor}`;
    this.entries = entries;
  }

  isFrom(major: number, minor: number): boolean {
    return isFrom(this.version, major, minor);
  }

  /** Whether this version has the option. */
  knows(key: string): boolean {
    return catalogueOf(this.version).options.has(key);
  }

  /** What a key is to this version: an option, an old key of some, or read by its prefix; null where Flink ignores it. */
  known(key: string): KnownKey | null {
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    const known = flinkOption(this.version, key) ?? null;
    this.#known.set(key, known);
    return known;
  }

  /** What Flink makes of an option, its refusal included; null where the version does not have it. */
  outcome(key: string): OptionOutcome | null {
    const found = this.#outcomes.get(key);
    if (found !== undefined) return found;
    const isOption = (this.known(key)?.option ?? null) !== null;
    const outcome = isOption ? readOption(this.entries, this.version, key) : null;
    this.#outcomes.set(key, outcome);
    return outcome;
  }

  /** Null where the version does not have the option, or cannot read its value. */
  reading(key: string): OptionReading | null {
    const outcome = this.outcome(key);
    return outcome?.kind === 'ok' ? outcome.value : null;
  }

  /** Whether the file sets it, by its own or an older key. */
  sets(key: string): boolean {
    const reading = this.reading(key);
    return reading === null ? Object.hasOwn(this.entries, key) : reading.from.kind !== 'default';
  }

  /** The key that sets an option, as it is spelled in the file; its own where none does. */
  keyOf(key: string): string {
    return this.reading(key)?.from.key ?? key;
  }

  /** The first of these options that this version has; for an option that was renamed. */
  named(...keys: readonly [string, ...string[]]): string {
    return keys.find((key) => this.knows(key)) ?? keys[0];
  }

  value(key: string): OptionValue | null {
    return this.reading(key)?.value ?? null;
  }

  flag(key: string): boolean | null {
    const value = this.value(key);
    return value?.type === 'Boolean' ? value.value : null;
  }

  number(key: string): number | null {
    const value = this.value(key);
    switch (value?.type) {
      case 'Integer':
      case 'Float':
      case 'Double':
        return value.value;
      case 'Long':
        return Number(value.value);
      default:
        return null;
    }
  }

  /** Milliseconds; also of options that were a number of them in older versions. */
  duration(key: string): number | null {
    const value = this.value(key);
    if (value?.type === 'Duration') return Number(value.value) / Number(NANOS_PER_MILLISECOND);
    return this.number(key);
  }

  bytes(key: string): bigint | null {
    const value = this.value(key);
    if (value?.type === 'MemorySize' || value?.type === 'Long') return value.value;
    return value?.type === 'Integer' ? BigInt(value.value) : null;
  }

  /** The text of a string or an enum. */
  text(key: string): string | null {
    const value = this.value(key);
    return value?.type === 'String' || value?.type === 'Enum' ? value.value : null;
  }

  /** The text as it stands in the file; null where it is not set. */
  raw(key: string): string | null {
    return this.reading(key)?.text ?? this.entries[key] ?? null;
  }

  list(key: string): readonly OptionValue[] | null {
    const value = this.value(key);
    return value?.type === 'List' ? value.value : null;
  }
}

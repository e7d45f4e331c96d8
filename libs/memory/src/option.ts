import { pointerTo } from '@plimsoll/trace';
import { type FlinkVersion, javaDoubleText } from '@plimsoll/units';

/** An option of Flink: its key, the old keys that are still read, and its default. */
export interface Option {
  readonly key: string;
  readonly oldKeys: readonly string[];
  /** JSON pointer to the key in a request. */
  readonly pointer: string;
}

export interface SizeOption extends Option {
  /** Bytes; undefined where the option has no default. */
  readonly byDefault: (version: FlinkVersion) => bigint | undefined;
}

export interface FractionOption extends Option {
  readonly byDefault: number;
}

/** Where a key of the request's configuration stands. */
export const configPointer = (key: string): string => pointerTo('/config', key);

export const option = (key: string, ...oldKeys: readonly string[]): Option => ({
  key,
  oldKeys,
  pointer: configPointer(key),
});

export const sizeOption = (
  key: string,
  byDefault?: bigint | ((version: FlinkVersion) => bigint | undefined),
  ...oldKeys: readonly string[]
): SizeOption => ({
  ...option(key, ...oldKeys),
  byDefault: typeof byDefault === 'function' ? byDefault : () => byDefault,
});

export const fractionOption = (
  key: string,
  byDefault: number,
  ...oldKeys: readonly string[]
): FractionOption => ({ ...option(key, ...oldKeys), byDefault });

/** An option as Flink's messages show it. */
export const inMessage = ({ key, oldKeys }: Option, byDefault: number | null): string =>
  `Key: '${key}' , default: ${byDefault === null ? 'null' : javaDoubleText(byDefault)} (fallback keys: [${oldKeys
    .map((oldKey) => `{key=${oldKey}, isDeprecated=true}`)
    .join(', ')}])`;

import { type FlinkException, illegalConfiguration, type Reason } from '../flink-exception.js';
import { MIB } from '../mebibyte.js';
import type { Option } from '../option.js';
import type { ConfigPatch } from '../result.js';

/** A value that Flink's check of a configuration refuses, in the words of that check. */
export const invalidValue = (name: string, value: string, why: string, reason: Reason): FlinkException =>
  illegalConfiguration(`Invalid configuration value for ${name} : ${value} - ${why}`, reason);

/** Sets an option; its old spellings go, since the new one wins over them. */
export const setTo = ({ key, oldKeys }: Option, value: string | number | bigint): ConfigPatch => ({
  set: { [key]: String(value) },
  unset: oldKeys,
});

export const unset = ({ key, oldKeys }: Option): ConfigPatch => ({ set: {}, unset: [key, ...oldKeys] });

/** Bytes as a person reads them here: whole megabytes as such. */
export const sizeInWords = (bytes: bigint): string =>
  bytes % MIB === 0n ? `${bytes >> 20n} MB` : `${bytes} bytes`;

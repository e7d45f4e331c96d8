import { OPTION_DATA } from './option-data.js';

export const OPTION_TYPES = [
  'Boolean',
  'Integer',
  'Long',
  'Float',
  'Double',
  'String',
  'Duration',
  'MemorySize',
  'Enum',
  'List',
  'Map',
] as const;
export type OptionType = (typeof OPTION_TYPES)[number];

/** A default as it was sampled: durations and sizes as text, lists and maps as such, null where there is none. */
export type SampledDefault =
  | null
  | boolean
  | number
  | string
  | readonly string[]
  | Readonly<Record<string, string>>;

/** What held from a sampled version, by its place in the list of them, until the next entry. */
export type History<T> = readonly (readonly [since: number, value: T])[];

/** An option over all sampled versions. Sets of versions are bits, by their place in the list of them. */
export interface OptionRecord {
  readonly key: string;
  readonly type: OptionType;
  readonly element?: OptionType;
  readonly enum?: readonly string[];
  /** Classes of the enum, by their place in the list of classes. */
  readonly enumClasses?: History<number>;
  readonly default: SampledDefault;
  readonly defaultHistory?: History<SampledDefault>;
  readonly typeHistory?: History<OptionType | readonly [OptionType, OptionType]>;
  readonly enumHistory?: History<readonly string[]>;
  /** The default is only what the sampling process gave. */
  readonly environment?: true;
  readonly in: number;
  /** Versions whose artifact was not to be had, so that absence there means nothing. */
  readonly unsampled?: number;
  readonly deprecatedIn?: number;
  readonly fallbackKeys?: readonly (readonly [key: string, versions: number])[];
  readonly deprecatedKeys?: readonly (readonly [key: string, versions: number])[];
  readonly class: number;
  readonly classHistory?: History<number>;
  readonly field?: string;
  readonly artifact: string;
  readonly internal?: true;
  readonly hidden?: true;
  readonly experimental?: true;
  readonly pattern?: true;
  readonly prefixMap?: true;
  readonly status2x: 'kept' | 'new' | 'alias' | 'removed';
  readonly replacement?: readonly string[];
}

interface OptionTable {
  /** Minor versions that were sampled, oldest first. */
  readonly versions: readonly string[];
  readonly classes: readonly string[];
  readonly prefixes: readonly string[];
  readonly options: readonly OptionRecord[];
}

let table: OptionTable | undefined;

/** The whole table, read when it is first asked for. */
export function optionTable(): OptionTable {
  const known: OptionTable = table ?? JSON.parse(OPTION_DATA);
  table = known;
  return known;
}

/** What a history says of a sampled version; of one before its first entry nothing. */
export const valueAt = <T>(history: History<T> | undefined, at: number): T | undefined =>
  history?.findLast(([since]) => since <= at)?.[1];

/** Whether a set of versions has the one at a place. */
export const hasVersion = (bits: number | undefined, at: number): boolean =>
  bits !== undefined && (bits & (1 << at)) !== 0;

import {
  hasVersion,
  type OptionRecord,
  type OptionType,
  optionTable,
  type SampledDefault,
  valueAt,
} from './option-record.js';
import { SAMPLED_VERSIONS, sampleName, type VersionView } from './version-view.js';

/** An option as one version of Flink declares it. */
export interface FlinkOption {
  readonly key: string;
  readonly type: OptionType;
  /** Of a list. */
  readonly element: OptionType | null;
  /** What an enum accepts, compared without regard to case. */
  readonly enumValues: readonly string[];
  /** The class of the enum, where it is known. */
  readonly enumClass: string | null;
  readonly defaultValue: SampledDefault;
  /** The default is only what one process gave: a folder, an image of that version. */
  readonly defaultDependsOnEnvironment: boolean;
  /** Old keys that are read where its own is not set, in this order, before the deprecated ones. */
  readonly fallbackKeys: readonly string[];
  readonly deprecatedKeys: readonly string[];
  readonly deprecated: boolean;
  readonly internal: boolean;
  readonly experimental: boolean;
  /** Left out of Flink's own documentation. */
  readonly hidden: boolean;
  /** `org.apache.flink.configuration.TaskManagerOptions.NUM_TASK_SLOTS`. */
  readonly declaredBy: string;
  readonly artifact: string;
  /** The key has placeholders of one segment each. */
  readonly pattern: boolean;
  /** `key.anything: value` is read as well. */
  readonly prefixMap: boolean;
  /** The sampled versions that declare it, oldest first. */
  readonly versions: readonly string[];
  /** Why its facts are not sure for the version that was asked for; null where they were sampled. */
  readonly notSampled: string | null;
}

/** An option as a version sees it; undefined where that version does not declare it. */
export function optionIn(record: OptionRecord, view: VersionView): FlinkOption | undefined {
  const at = placeIn(record, view);
  if (at === undefined) return undefined;
  const { classes } = optionTable();
  const type = valueAt(record.typeHistory, at);
  const [main, element] =
    typeof type === 'string' ? [type, undefined] : (type ?? [record.type, record.element]);
  const enumClass = valueAt(record.enumClasses, at);
  const declaring = classes[valueAt(record.classHistory, at) ?? record.class] ?? '';
  const keysIn = (keys: OptionRecord['fallbackKeys']): readonly string[] =>
    keys?.flatMap(([key, versions]) => (hasVersion(versions, at) ? [key] : [])) ?? [];
  return {
    key: record.key,
    type: main,
    element: main === 'List' ? (element ?? record.element ?? 'String') : null,
    enumValues: main === 'Enum' || element === 'Enum' ? enumAt(record, at) : [],
    enumClass: enumClass === undefined ? null : (classes[enumClass] ?? null),
    defaultValue: defaultAt(record, at),
    defaultDependsOnEnvironment: record.environment === true && record.key !== UNBOUNDED,
    fallbackKeys: keysIn(record.fallbackKeys),
    deprecatedKeys: keysIn(record.deprecatedKeys),
    deprecated: hasVersion(record.deprecatedIn, at),
    internal: record.internal === true,
    experimental: record.experimental === true,
    hidden: record.hidden === true,
    declaredBy: record.field === undefined ? declaring : `${declaring}.${record.field}`,
    artifact: record.artifact,
    pattern: record.pattern === true,
    prefixMap: record.prefixMap === true && view.version.minor + view.version.major * 100 >= PREFIX_MAPS,
    versions: SAMPLED_VERSIONS.flatMap((_, place) =>
      hasVersion(record.in, place) ? [sampleName(place)] : [],
    ),
    notSampled: doubt(record, view),
  };
}

/** Marked as depending on the environment because its default is the largest long; it does not. */
const UNBOUNDED = 'taskmanager.memory.network.max';

/** `Configuration` reads prefix maps from 1.14 on. */
const PREFIX_MAPS = 114;

const enumAt = (record: OptionRecord, at: number): readonly string[] =>
  valueAt(record.enumHistory, at) ?? record.enum ?? [];

function defaultAt(record: OptionRecord, at: number): SampledDefault {
  const then = valueAt(record.defaultHistory, at);
  return then === undefined ? record.default : then;
}

/** The sample that says what the option is in a version. */
function placeIn(record: OptionRecord, { at, after }: VersionView): number | undefined {
  if (hasVersion(record.in, at)) return at;
  if (after !== undefined && hasVersion(record.in, after)) return after;
  return hasVersion(record.unsampled, at) ? neighbour(record, at) : undefined;
}

/** Where an artifact was not to be had for a version, what the versions around it have is taken to be there too. */
function neighbour(record: OptionRecord, at: number): number | undefined {
  const older = record.in & ((1 << at) - 1);
  return older !== 0 && record.in > 1 << at ? 31 - Math.clz32(older) : undefined;
}

function doubt(record: OptionRecord, { at, after, sampled, version }: VersionView): string | null {
  const name = `${version.major}.${version.minor}`;
  if (sampled) {
    return hasVersion(record.in, at)
      ? null
      : `${record.artifact} of ${name} was not sampled; the versions around it have the option`;
  }
  if (after === undefined) return `${name} was not sampled; ${sampleName(at)} has the option`;
  const [older, newer] = [sampleName(at), sampleName(after)];
  if (!hasVersion(record.in, after)) return `known in ${older} and no longer in ${newer}`;
  if (!hasVersion(record.in, at)) return `not known in ${older}, known in ${newer}`;
  const changed = [
    ...(JSON.stringify(typeText(record, at)) === JSON.stringify(typeText(record, after)) ? [] : ['its type']),
    ...(JSON.stringify(defaultAt(record, at)) === JSON.stringify(defaultAt(record, after))
      ? []
      : ['its default']),
    ...(JSON.stringify(enumAt(record, at)) === JSON.stringify(enumAt(record, after)) ? [] : ['its values']),
  ];
  return changed.length === 0 ? null : `${changed.join(' and ')} changed between ${older} and ${newer}`;
}

const typeText = (record: OptionRecord, at: number): unknown =>
  valueAt(record.typeHistory, at) ?? record.type;

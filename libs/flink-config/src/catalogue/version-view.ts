import {
  type FlinkVersion,
  isFrom,
  type Outcome,
  ok,
  parseFlinkVersion,
  rejected,
  versionText,
} from '@plimsoll/units';

/** The versions whose options were sampled, oldest first. */
export const SAMPLED_VERSIONS: readonly FlinkVersion[] = [
  { major: 1, minor: 13 },
  { major: 1, minor: 17 },
  { major: 1, minor: 18 },
  { major: 1, minor: 19 },
  { major: 1, minor: 20 },
  { major: 2, minor: 0 },
  { major: 2, minor: 1 },
  { major: 2, minor: 2 },
  { major: 2, minor: 3 },
];

/** Which samples stand for a version, by their place in the list of them. */
export interface VersionView {
  readonly version: FlinkVersion;
  /** The sample of the version itself, or the nearest older one; for a version before the first, the first. */
  readonly at: number;
  /** The nearest newer sample, where the version lies between two. */
  readonly after: number | undefined;
  readonly sampled: boolean;
}

/** How a version of Flink with a catalogue is seen. */
export function viewOf(version: FlinkVersion): VersionView {
  const older = SAMPLED_VERSIONS.findLastIndex(({ major, minor }) => isFrom(version, major, minor));
  const exact = older >= 0 && versionText(nth(older)) === versionText(version);
  const between = older >= 0 && !exact && older + 1 < SAMPLED_VERSIONS.length;
  return {
    version,
    at: Math.max(older, 0),
    after: between ? older + 1 : undefined,
    sampled: exact,
  };
}

const nth = (at: number): FlinkVersion => SAMPLED_VERSIONS[at] ?? { major: 0, minor: 0 };

/** The name of the sample at a place: `1.17`. */
export const sampleName = (at: number): string => versionText(nth(at));

export const CATALOGUED = '1.10 to 1.20 and 2.0 to 2.3, with or without a patch number';

/** A version of Flink whose options are known here, from its text. */
export function catalogueVersion(text: string, pointer = '/flinkVersion'): Outcome<FlinkVersion> {
  const version = parseFlinkVersion(text);
  if (version !== undefined && isFrom(version, 1, 10)) return ok(version);
  const why = version === undefined ? 'is not a known version of Flink' : 'has no catalogue of options here';
  return rejected({ pointer, message: `${why}; known are ${CATALOGUED}`, received: text });
}

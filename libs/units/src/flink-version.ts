/** A minor version of Flink; patch releases of one minor version compute memory alike. */
export interface FlinkVersion {
  readonly major: number;
  readonly minor: number;
}

/** `1.20` or `1.20.5`: the patch number narrows nothing. */
const FORM = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?$/;

/** Which minor versions of each major one there are, the container model of 1.3 to 1.9 included. */
const KNOWN: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  1: { least: 3, most: 20 },
  2: { least: 0, most: 3 },
};

export const KNOWN_VERSIONS = '1.3 to 1.20 and 2.0 to 2.3, with or without a patch number';

/** Every minor version that is known, oldest first. */
export const FLINK_VERSIONS: readonly FlinkVersion[] = Object.entries(KNOWN).flatMap(
  ([major, { least, most }]) =>
    Array.from({ length: most - least + 1 }, (_, at) => ({ major: Number(major), minor: least + at })),
);

/** @returns undefined where the text names no version of Flink that is known */
export function parseFlinkVersion(text: string): FlinkVersion | undefined {
  const [, major = '', minor] = FORM.exec(text) ?? [];
  const known = KNOWN[major];
  if (known === undefined || Number(minor) < known.least || Number(minor) > known.most) return undefined;
  return { major: Number(major), minor: Number(minor) };
}

/** Whether a version is the given one or a later one: `isFrom(version, 1, 17)`. */
export const isFrom = (version: FlinkVersion, major: number, minor: number): boolean =>
  version.major > major || (version.major === major && version.minor >= minor);

export const versionText = ({ major, minor }: FlinkVersion): string => `${major}.${minor}`;

/** `1.20` or `1.20.5`: the patch number narrows nothing. */
const FORM = /^(\d{1,3})\.(\d{1,3})(?:\.\d{1,3})?$/;

/** Which minor versions of each major one there are, the container model of 1.3 to 1.9 included. */
const KNOWN: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  1: { least: 3, most: 20 },
  2: { least: 0, most: 3 },
};

export const KNOWN_VERSIONS = '1.3 to 1.20 and 2.0 to 2.3, with or without a patch number';

/** Whether this names a version of Flink that can be planned for. */
export function isKnownFlinkVersion(text: string): boolean {
  const [, major = '', minor] = FORM.exec(text) ?? [];
  const known = KNOWN[major];
  return known !== undefined && Number(minor) >= known.least && Number(minor) <= known.most;
}

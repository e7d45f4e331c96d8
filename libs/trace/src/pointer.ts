/** Where something stands in a document: a member or an item of what stands at `parent`, as a JSON pointer (RFC 6901). */
export const pointerTo = (parent: string, token: string | number): string =>
  `${parent}/${typeof token === 'number' ? token : pointerToken(token)}`;

/** A name as a pointer spells it. */
export const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

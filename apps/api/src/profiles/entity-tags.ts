/** The entity tag of a profile's version. */
export const etag = (version: number): string => `"${version}"`;

/** What a conditional header asks for: any version, some of them, or something that is no such header. */
export type Condition =
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'any' }
  | { readonly kind: 'tags'; readonly tags: readonly EntityTag[] };

interface EntityTag {
  readonly weak: boolean;
  readonly opaque: string;
}

/** Reads `If-Match` or `If-None-Match` (RFC 9110, section 13.1): `*`, or a list of entity tags. */
export function readCondition(header: string | undefined): Condition {
  if (header === undefined) return { kind: 'missing' };
  if (header.trim() === '*') return { kind: 'any' };
  const tags: EntityTag[] = [];
  const member = /[ \t]*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*)?(,|$)/y;
  while (member.lastIndex < header.length) {
    const found = member.exec(header);
    if (found === null) return { kind: 'malformed' };
    if (found[2] !== undefined) tags.push({ weak: found[1] !== undefined, opaque: found[2] });
  }
  return tags.length === 0 ? { kind: 'malformed' } : { kind: 'tags', tags };
}

/** The versions that `If-Match` allows: strong tags only. Empty where none of the tags is one of ours. */
export const versionsIn = (tags: readonly EntityTag[]): number[] =>
  tags.filter(({ weak, opaque }) => !weak && VERSION.test(opaque)).map(({ opaque }) => Number(opaque));

/** Whether the caller of `If-None-Match` has this version already; weak comparison. A malformed header asks nothing. */
export const hasAlready = (condition: Condition, version: number): boolean =>
  condition.kind === 'any' ||
  (condition.kind === 'tags' && condition.tags.some(({ opaque }) => opaque === String(version)));

const VERSION = /^[1-9][0-9]{0,8}$/;

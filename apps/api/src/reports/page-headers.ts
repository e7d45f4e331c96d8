import { createHash } from 'node:crypto';
import { readCondition } from '../profiles/entity-tags.js';
import { PAGE_STYLE } from './page-style.js';

/** No script, no request; the style that the page itself carries, known by its hash, and the icon in its head. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A strong entity tag of a page: the same page, the same tag, whichever instance made it. */
export const pageTag = (page: string): string =>
  `"${createHash('sha256').update(page).digest('base64url').slice(0, 27)}"`;

/** Whether the caller has this page already (`If-None-Match`, weak comparison). */
export function hasPage(ifNoneMatch: string | undefined, tag: string): boolean {
  const condition = readCondition(ifNoneMatch);
  if (condition.kind === 'any') return true;
  return condition.kind === 'tags' && condition.tags.some(({ opaque }) => `"${opaque}"` === tag);
}

import { cursorOf, type ListName } from './cursor.js';
import type { PageRequest } from './page-request.js';

/** Some things of a list, newest first, and whether older ones follow. */
export interface Page<T> {
  readonly items: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
}

/** A page ends early where its documents would exceed this, in bytes; it has at least one. */
const PAGE_BYTES = 8 * 2 ** 20;

/** What `pageQuery` adds to each row. */
export interface PageRow {
  readonly position: string | number;
  /** How many rows the select found, one more than the page may have included. */
  readonly found: number;
}

/**
 * Makes a query for a page from a select of rows with `position` (by which it orders, descending) and `document` (text).
 * The select is limited to one row more than the page (`rowsFor`), which tells whether others follow. Documents past the
 * size of a page are not read.
 */
export const pageQuery = (select: string): string => `
  with found as (${select}),
       sized as (select found.*, (count(*) over ())::int as "found",
                        coalesce(sum(octet_length(document)) over (
                          order by position desc rows between unbounded preceding and 1 preceding), 0) as "before"
                   from found)
  select * from sized where "before" < ${PAGE_BYTES} order by position desc`;

/** How many rows the select of a page asks for. */
export const rowsFor = ({ first }: PageRequest): number => first + 1;

/** The page made of the rows that `pageQuery` gave. */
export function pageOf<R extends PageRow, T>(
  list: ListName,
  { first }: PageRequest,
  rows: readonly R[],
  nodeOf: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, first);
  return {
    items: shown.map((row) => ({ cursor: cursorOf(list, row.position), node: nodeOf(row) })),
    hasNextPage: (rows[0]?.found ?? 0) > shown.length,
  };
}

/** Where a page ended, the same through either door. */
export const pageInfoOf = <T>({ items, hasNextPage }: Page<T>) => ({
  endCursor: items.at(-1)?.cursor ?? null,
  hasNextPage,
});

/** A page as REST answers it. */
export const restPage = <T, U>(page: Page<T>, itemOf: (node: T) => U) => ({
  items: page.items.map(({ node }) => itemOf(node)),
  pageInfo: pageInfoOf(page),
});

/** A page as a Relay connection. */
export const connectionOf = <T, U>(page: Page<T>, nodeOf: (node: T) => U) => ({
  edges: page.items.map(({ cursor, node }) => ({ cursor, node: nodeOf(node) })),
  pageInfo: pageInfoOf(page),
});

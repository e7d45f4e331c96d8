import { type Page, pageInfoOf } from '../history/page.js';
import type { StoredPlan } from './plan-rows.js';

/** A page of plans as REST answers it, from the stored texts as they are. */
export function planPageText(page: Page<StoredPlan>): string {
  const items = page.items.map(({ node }) => node.document).join(',');
  return `{"items":[${items}],"pageInfo":${JSON.stringify(pageInfoOf(page))}}`;
}

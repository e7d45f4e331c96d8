const idsOf = (page: string): string[] => [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
const targetsOf = (page: string): string[] =>
  [...page.matchAll(/(?:href="|url\()#([^")]*)/g)].map(([, id = '']) => id);
const describedBy = (page: string): string[] =>
  [...page.matchAll(/ aria-(?:labelledby|describedby)="([^"]*)"/g)].map(([, id = '']) => id);
/** What is written on a page. */
export const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<wbr>/g, '')
    .replace(/<[^>]*>/g, '\n');

const VOID = new Set(['meta', 'link', 'br', 'wbr', 'col']);

/** The elements that are open at the end, or what closes without having been opened. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  for (const [, close, name = '', rest = ''] of page.matchAll(/<(\/?)([a-zA-Z][\w]*)([^>]*)>/g)) {
    if (VOID.has(name) || rest.endsWith('/')) continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

/** Ids are unique, links lead somewhere, elements are closed, and nothing that is not there is written. */
export function expectSound(page: string): void {
  const ids = idsOf(page);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const known = new Set(ids);
  expect([...targetsOf(page), ...describedBy(page)].filter((id) => !known.has(id))).toEqual([]);
  expect(unbalanced(page)).toEqual([]);
  expect(textOf(page)).not.toMatch(/NaN|undefined|Infinity|\[object|\bnull\b/);
  expect(page.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/="[^"]*(?:NaN|undefined|Infinity)/);
}

/**
 * HTML as a value. A template escapes every text that is put into it, so that a name from a profile can never become markup;
 * only what a template made goes in as it is.
 */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What a template takes; `null`, `undefined` and `false` leave nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(
    strings.reduce((page, string, at) => page + (at === 0 ? '' : rendered(parts[at - 1])) + string, ''),
  );

/** Text of ours that is HTML already: a style sheet. Never a text that came from outside. */
export const trusted = (text: string): Html => new Html(text);

/** Parts with something between each two. */
export const joined = (parts: readonly Part[], between: Part): Html =>
  html`${parts.map((part, at) => (at === 0 ? part : [between, part]))}`;

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(rendered).join('');
  return escaped(String(part));
}

import { type Html, html } from './html.js';

/** A JSON pointer or a configuration key, which may break before each of its parts. */
export const pointer = (path: string): Html =>
  html`<code>${path.split(/(?=[/])/).map((part, at) => (at === 0 ? part : html`<wbr>${part}`))}</code>`;

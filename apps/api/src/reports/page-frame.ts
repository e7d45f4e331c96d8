import { type Html, html, trusted } from './html.js';
import { PAGE_STYLE } from './page-style.js';

export interface Frame {
  readonly title: string;
  /** What the page is about, beside the brand. */
  readonly where: string;
  /** Links besides those to the documents of the service. */
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

const DOCUMENTS = [
  { href: '/docs', text: 'API docs' },
  { href: '/graphiql', text: 'GraphiQL' },
];

export const linkList = (links: Frame['links']): Html =>
  html`<ul>${[...DOCUMENTS, ...links].map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`;

/** The mark of the page as its icon, so that none is asked for. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30"><g fill="none" stroke="#B5301B" stroke-width="3"><circle cx="15" cy="15" r="9"/><path d="M1 15H29"/></g></svg>',
)}`;

/** A whole document: head, masthead, what a page is made of, footer. */
export const pageFrame = (frame: Frame, main: Html, footer: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${frame.title} · Plimsoll</title>
<link rel="icon" href="${ICON}">
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#answer">Skip to the answer</a>
<div class="page">
<header class="mast">
<a class="brand" href="/"><svg width="30" height="24" viewBox="0 0 30 24" aria-hidden="true"><circle class="mark" cx="15" cy="12" r="9" stroke-width="2.75"/><path class="mark" d="M1 12H29" stroke-width="2.75"/></svg>Plimsoll</a>
<span class="where">${frame.where}</span>
<nav aria-label="Elsewhere">${linkList(frame.links.map((link) => ({ ...link, text: link.text.replace('This plan as ', '') })))}</nav>
</header>
<main>
${main}</main>
${footer}</div>
</body>
</html>
`.text;

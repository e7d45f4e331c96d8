import { type Html, html } from './html.js';

/** Where on the page each step is explained. */
export interface StepAnchors {
  /** The id of a step's body: `why-flow-source-read-events`; undefined for what is no step of this plan. */
  readonly idOf: (step: string) => string | undefined;
  /** The text as a link to the step; as it is where there is none. */
  readonly why: (step: string, text: string) => Html;
}

const LONGEST = 80;

/**
 * Gives every step an id of its own. Two keys may differ only in signs that an id cannot have. What a step is called by its
 * place in the plan leads to it too.
 */
export function stepAnchors(
  steps: readonly { readonly key: string }[],
  places: ReadonlyMap<string, string> = new Map(),
): StepAnchors {
  const unused = uniqueIds();
  const ids = new Map<string, string>();
  for (const { key } of steps) if (!ids.has(key)) ids.set(key, unused(`why-${slug(key)}`));
  const idOf = (step: string): string | undefined => ids.get(step) ?? ids.get(places.get(step) ?? '');
  const why = (step: string, text: string): Html => {
    const id = idOf(step);
    return id === undefined ? html`${text}` : html`<a class="why" href="#${id}">${text}</a>`;
  };
  return { idOf, why };
}

/** A function that gives each wish once and adds a number to what was given already. */
export function uniqueIds(taken: readonly string[] = []): (wish: string) => string {
  const given = new Set(taken);
  return (wish) => {
    let id = wish;
    for (let next = 2; given.has(id); next++) id = `${wish}-${next}`;
    given.add(id);
    return id;
  };
}

export const slug = (key: string): string =>
  key
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST) || 'step';

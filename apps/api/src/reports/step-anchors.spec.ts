import { slug, stepAnchors, uniqueIds } from './step-anchors.js';

describe('the anchor of a step', () => {
  it('is made of its key', () =>
    expect(stepAnchors([{ key: 'flow.source-read:events' }]).idOf('flow.source-read:events')).toBe(
      'why-flow-source-read-events',
    ));

  it('is its own, also where keys differ only in signs that an id cannot have', () => {
    const keys = [
      'state.a.b',
      'state.a-b',
      'state.a b',
      `state.${'x'.repeat(200)}1`,
      `state.${'x'.repeat(200)}2`,
    ];
    const { idOf } = stepAnchors(keys.map((key) => ({ key })));
    expect(new Set(keys.map(idOf)).size).toBe(keys.length);
  });

  it('has no sign that an address or HTML could misread', () => {
    expect(slug('"><script>.日本 #?%')).toBe('script');
    expect(slug('日本')).toBe('step');
  });

  it('is a link where the step is on the page, and plain text where it is not', () => {
    const { why } = stepAnchors([{ key: 'a' }]);
    expect(why('a', '1').text).toBe('<a class="why" href="#why-a">1</a>');
    expect(why('b', '<1').text).toBe('&lt;1');
  });

  it('never takes an id that is taken', () => {
    const next = uniqueIds(['why', 'why-2']);
    expect([next('why'), next('why'), next('else')]).toEqual(['why-3', 'why-4', 'else']);
  });
});

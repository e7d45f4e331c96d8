import fc from 'fast-check';
import { html, joined } from './html.js';

describe('a template', () => {
  it('escapes every text that is put into it', () => {
    const text = `<script>"it's" & more</script>`;
    expect(html`<b title="${text}">${text}</b>`.text).toBe(
      '<b title="&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;">&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;</b>',
    );
  });

  it('lets no text end what it stands in', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[<>"']/.test(html`${text}`.text)));
  });

  it('keeps what a template made, and leaves out what is not there', () => {
    expect(html`<p>${html`<b>${1}</b>`}${null}${undefined}${false}${['a', html`<i></i>`]}</p>`.text).toBe(
      '<p><b>1</b>a<i></i></p>',
    );
    expect(joined(['a', 'b'], html`<br>`).text).toBe('a<br>b');
  });
});

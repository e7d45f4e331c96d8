import { EVIDENCE, EVIDENCE_MEANING, type Evidence } from '@plimsoll/trace';
import { type Html, html } from './html.js';

/** How firm a figure is, as a word in a frame: the firmer the line, the firmer the figure. */
export const badge = (evidence: Evidence): Html => html`<span class="badge ${evidence}">${evidence}</span>`;

export const evidenceKey = (): Html => html`<h3 class="sub">How firm a figure is</h3>
<dl class="key">
${EVIDENCE.map(
  (evidence) => html`<dt>${badge(evidence)}</dt><dd>${EVIDENCE_MEANING[evidence]}</dd>
`,
)}</dl>
`;

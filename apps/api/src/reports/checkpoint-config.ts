import type { CheckpointView } from './checkpoint-figures.js';
import { sentence } from './figures.js';
import { type Html, html, joined } from './html.js';
import { optionText } from './memory-table.js';

/** The proposal as keys of the configuration: to copy, and each with its reason. */
export function checkpointConfig({ planned }: CheckpointView): Html | null {
  const { config, settings } = planned;
  const lines = Object.entries(config);
  if (lines.length === 0) return null;
  return html`<h3>The proposal as configuration</h3>
<div class="ck-pair ck-config"><table class="ledger reasons"><caption class="vh">Keys with their reasons</caption>
<thead><tr><th scope="col">Key, and why</th><th scope="col">Value</th></tr></thead>
<tbody>
${settings.map(
  ({
    key,
    value,
    reason,
  }) => html`<tr><th scope="row">${optionText(key)}<span class="by">${sentence(reason)}.</span></th><td><code>${joined(value.split(/(?<=_)/), html`<wbr>`)}</code></td></tr>
`,
)}</tbody></table>
<div><p class="table-note">To copy:</p>
<ul class="paste copy">${lines.map(([key, value]) => html`<li>${optionText(`${key}: ${value}`)}</li>`)}</ul></div></div>
`;
}

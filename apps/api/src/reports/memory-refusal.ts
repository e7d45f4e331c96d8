import type { RejectedConfig } from '@plimsoll/planner';
import { errorSign } from './findings-section.js';
import { type Html, html } from './html.js';
import { optionText } from './memory-table.js';

/** What Flink throws at the configuration, why, and the nearest one that it accepts. */
export function memoryRefusal(refused: RejectedConfig): Html {
  const { flinkException, flinkMessage, detail, keys, nearest } = refused;
  const process = keys[0]?.startsWith('jobmanager.') ? 'JobManager' : 'TaskManager';
  return html`<section class="wide" aria-labelledby="memory">
<h2 id="memory">Memory: Flink refuses this configuration</h2>
<p class="lead">The ${process} does not start with it, so there is nothing to draw.</p>
<div class="finding error refusal"><div class="sev">${errorSign()}Error</div>
<dl><dt>Why</dt><dd>${detail}</dd>
<dt>Flink throws</dt><dd><code>${flinkException}</code>${flinkMessage === null ? ' without a message' : html`<br>${flinkMessage}`}</dd>
${keys.length > 0 && html`<dt>At odds</dt><dd><ul>${keys.map((key) => html`<li>${optionText(key)}</li>`)}</ul></dd>`}
<dt>The nearest configuration that works</dt><dd>${nearest === null ? 'None was found near by.' : patchOf(nearest)}</dd></dl></div>
</section>
`;
}

function patchOf({ set, unset }: NonNullable<RejectedConfig['nearest']>): Html {
  const lines = [
    ...Object.entries(set).map(([key, value]) => html`<li>${optionText(`${key}: ${value}`)}</li>`),
    ...unset.map((key) => html`<li>without ${optionText(key)}</li>`),
  ];
  return html`<ul class="paste">${lines}</ul>`;
}

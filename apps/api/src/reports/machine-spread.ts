import { type Html, html } from './html.js';
import { plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { inColumn, scaleFor } from './scales.js';

/** How many machines carry how much, where they are not loaded alike. */
export function machineSpread(view: PlanView): Html | null {
  const { spread } = view.capacity.cluster;
  if (spread.length < 2) return null;
  const loads = spread.flatMap((part) => [part.networkInBytesPerSecond, part.networkOutBytesPerSecond]);
  const scale = scaleFor('bytesPerSecond', Math.max(...loads));
  return html`<table class="ledger"><caption><b>How the machines differ</b><span>By where their subtasks are placed.</span></caption><colgroup><col><col class="c-w"><col class="c-w"></colgroup><thead><tr><th scope="col">Machines</th><th scope="col">Network in, ${scale.name}</th><th scope="col">Network out, ${scale.name}</th></tr></thead><tbody>
${spread.map(
  (
    part,
  ) => html`<tr><th scope="row">${plain(part.machines)}</th><td><data value="${part.networkInBytesPerSecond}">${inColumn(part.networkInBytesPerSecond, scale)}</data></td><td><data value="${part.networkOutBytesPerSecond}">${inColumn(part.networkOutBytesPerSecond, scale)}</data></td></tr>
`,
)}</tbody></table>
`;
}

import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, softness } from './checkpoint-figures.js';
import { figure, listed, sentence } from './figures.js';
import { type Html, html } from './html.js';
import { optionText } from './memory-table.js';
import { plain } from './numbers.js';

type Storage = NonNullable<PlanCheckpointing['storage']>;

/** Where the state should lie: the state backend for its size and memory, and the cheapest disk that is fast enough. */
export function checkpointStorage(view: CheckpointView): Html | null {
  const { storage } = view.planned;
  if (storage === null) return null;
  return html`<h3>Where the state should lie</h3>
<div class="ck-pair">${backendPart(storage, view)}${diskPart(storage, view)}</div>
`;
}

const NAMES = { hashmap: 'hashmap', rocksdb: 'RocksDB', forst: 'ForSt' } as const;

function backendPart({ backend }: Storage, view: CheckpointView): Html | null {
  if (backend === null) return null;
  const chosen = backend.stateBackend === null ? 'None fits' : NAMES[backend.stateBackend];
  const config = Object.entries(backend.config);
  return html`<div><table class="ledger"><caption><b>State backend: ${chosen}</b><span>Of one TaskManager.</span></caption>
<thead><tr><th scope="col">State backend, and why</th><th scope="col">State takes</th><th scope="col">Cores for it</th></tr></thead>
<tbody>
${backend.candidates.map(({ stateBackend, takesBytes, accessCores, why }) => {
  const key = `backend.${stateBackend}`;
  return html`<tr><th scope="row">${NAMES[stateBackend]}${softness(view, ['storage', `${key}.bytes`])}<span class="by">${sentence(why)}.</span></th><td>${dataOf(view, ['storage', `${key}.bytes`], takesBytes, figure('bytes', takesBytes))}</td><td>${accessCores === null ? 'not known' : dataOf(view, ['storage', `${key}.cores`], accessCores, plain(accessCores))}</td></tr>
`;
})}</tbody></table>
${config.length > 0 && html`<ul class="paste copy">${config.map(([key, value]) => html`<li>${optionText(`${key}: ${value}`)}</li>`)}</ul>`}</div>
`;
}

const DIMENSIONS: Readonly<Record<string, string>> = {
  bytes: 'size',
  iops: 'operations',
  bytesPerSecond: 'throughput',
  mustSurviveInstance: 'lost with its instance',
};

function diskPart({ disk }: Storage, view: CheckpointView): Html | null {
  if (disk === null) return null;
  const chosen = disk.options.find(({ id }) => id === disk.choice);
  const failing = disk.failing.map((dimension) => DIMENSIONS[dimension] ?? dimension);
  const asOf = [...new Set(disk.options.flatMap((option) => option.asOf ?? []))];
  return html`<div><table class="ledger"><caption><b>Disk: ${chosen === undefined ? `none is enough in ${listed(failing)}` : chosen.label}</b><span>${chosen === undefined ? '' : 'The cheapest that is enough. '}${asOf.length > 0 && `Prices of ${listed(asOf)}: give rows of your own for others.`}</span></caption>
<thead><tr><th scope="col">Disk</th><th scope="col">USD a month</th><th scope="col">Usable</th><th scope="col">Enough</th></tr></thead>
<tbody>
${disk.options.map(
  ({
    id,
    label,
    usdPerMonth,
    usableBytesPerSecond,
    meets,
    fails,
  }) => html`<tr><th scope="row">${label}</th><td>${plain(usdPerMonth)}</td><td>${dataOf(view, ['storage', `disk.${id}.usable`], usableBytesPerSecond, figure('bytesPerSecond', usableBytesPerSecond))}</td><td>${meets ? 'yes' : `no: ${listed(fails.map((dimension) => DIMENSIONS[dimension] ?? dimension))}`}</td></tr>
`,
)}</tbody></table></div>
`;
}

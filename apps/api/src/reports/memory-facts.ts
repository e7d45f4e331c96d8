import type { PlanMemory } from '@plimsoll/planner';
import { binaryScale, binarySize, type Size } from './binary-sizes.js';
import { counted, numbered } from './figures.js';
import { type Html, html } from './html.js';
import { lastKey, type MemoryPart } from './memory-steps.js';
import { percentPlain, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { inColumn, type Scale, unitHead } from './scales.js';

/** Tables of what lives in the pools: embedded databases, network buffers, pods. Each null where the plan says nothing of it. */
export const memoryFacts = (memory: PlanMemory, view: PlanView): Html[] =>
  [databases(memory, view), buffers(memory, view), pods(memory, view)].filter((table) => table !== null);

const NAMES = { rocksdb: 'RocksDB', forst: 'ForSt' } as const;

function databases({ rocksDb }: PlanMemory, view: PlanView): Html | null {
  if (rocksDb === null) return null;
  const { shared, memtables, cacheHits, stateBackend, taskManagerBytes } = rocksDb;
  const scale = binaryScale(taskManagerBytes);
  const isLogged = isLoggedBy(rocksDb);
  const size = sizeCell('rocksDb', scale, view);
  const rows: (readonly [string, Size, string])[] =
    shared === null
      ? [['At most, with nothing that bounds it', rocksDb.unmanagedUpperBoundBytes, 'rocksdb.unmanagedBound']]
      : [
          ...(rocksDb.budget === 'MANAGED'
            ? [['Managed memory of a slot', rocksDb.managedPerSlotBytes, 'rocksdb.managedPerSlot'] as const]
            : []),
          ['Block cache', shared.cacheBytes, 'rocksdb.cache'],
          ['Of it for write buffers', shared.writeBufferManagerBytes, 'rocksdb.writeBufferManager'],
          ['Left of it for blocks', shared.blockBytes, 'rocksdb.blocks'],
          ['Memtables are flushed above', shared.mutableLimitBytes, 'rocksdb.mutableLimit'],
          ['Memtables want', memtables.wantedBytes, 'rocksdb.wantedMemtables'],
        ];
  const slots = shared?.slots ?? 1;
  const whose = slots > 1 ? `One cache, shared by ${counted(slots, 'slot')}` : 'Each slot has its own cache';
  const hits =
    cacheHits === null
      ? null
      : html` Of the reads of state, the cache answers ${view.anchors.why(view.memory.keyOf('rocksDb', 'rocksdb.uniformHits'), percentPlain(cacheHits.hitRatio))}.`;
  return html`<div><table class="ledger"><caption><b>${NAMES[stateBackend]}</b><span>${shared === null ? 'Nothing bounds the memory of its databases' : whose}.</span></caption>
<thead><tr><th scope="col">Memory</th><th scope="col">${unitHead(scale)}</th></tr></thead>
<tbody>
${rows.map(([name, bytes, step]) => html`<tr><th scope="row">${name}</th>${size(bytes, step)}</tr>\n`)}</tbody>
<tfoot><tr><th scope="row">Of a TaskManager</th>${size(taskManagerBytes, 'rocksdb.taskManager')}</tr></tfoot></table>
<p class="table-note">${flushing(rocksDb)}${hits}</p>${notesOf(rocksDb.warnings.filter((warning) => !isLogged(warning)))}${warningsOf(rocksDb.warnings.filter(isLogged))}</div>
`;
}

/** Of the remarks on the databases Flink logs one. */
const isLoggedBy =
  ({ memtables }: NonNullable<PlanMemory['rocksDb']>) =>
  (warning: string): boolean =>
    memtables.warning !== null && warning.includes(memtables.warning);

function flushing({ shared, memtables }: NonNullable<PlanMemory['rocksDb']>): string {
  const { flushesAllTheTime, allocatedArenaBlockBytes, leastTotalBytes, pressureRatio } = memtables;
  if (shared === null) return 'Each memtable is flushed when it is full.';
  if (shared.writeBufferManagerBytes.toString() === '0') return '';
  const block = binarySize(allocatedArenaBlockBytes);
  if (flushesAllTheTime) {
    const until =
      leastTotalBytes === null ? '' : ` From ${binarySize(leastTotalBytes)} for a cache on that ends.`;
    return `It flushes all the time: the first ${block} of a memtable are above the limit.${until}`;
  }
  const pressed = pressureRatio !== null && pressureRatio > 1;
  return pressed
    ? `Memtables want ${plain(pressureRatio)} times what there is for them: they are flushed before they are full.`
    : 'Memtables have room to fill before they are flushed.';
}

function buffers({ networkBuffers }: PlanMemory, view: PlanView): Html | null {
  if (networkBuffers === null || networkBuffers.exchanges.length === 0) return null;
  const { availableBuffers, leastBuffers, requiredBuffers, targetBuffers, segmentBytes, steps } =
    networkBuffers;
  const rows: (readonly [string, number, string])[] = [
    ['There are', availableBuffers ?? 0, 'network.available'],
    ['Tasks start from', leastBuffers, 'network.least'],
    ['Required, wherever tasks run', requiredBuffers, 'network.required'],
    ['Target, so that none waits', targetBuffers, 'network.target'],
  ];
  const count = (value: number, step: string) =>
    html`<td><data value="${value}">${view.anchors.why(view.memory.keyOf('networkBuffers', lastKey(steps, step) ?? ''), plain(value, 0))}</data></td>`;
  return html`<div><table class="ledger"><caption><b>Network buffers</b><span>Of the TaskManager that needs most, ${binarySize(segmentBytes)} each.</span></caption>
<thead><tr><th scope="col">Buffers</th><th scope="col">Count</th></tr></thead>
<tbody>
${rows.map(([name, value, step]) => html`<tr><th scope="row">${name}</th>${count(value, step)}</tr>\n`)}</tbody></table>
<p class="table-note">${verdictOf(networkBuffers)}</p>${notesOf(networkBuffers.warnings)}</div>
`;
}

function verdictOf({
  failure,
  availableBuffers,
  targetBuffers,
}: NonNullable<PlanMemory['networkBuffers']>): string {
  if (failure !== null)
    return `${numbered(failure.missingBuffers, 'buffer')} too few: a task fails with ${failure.flinkException}: ${failure.flinkMessage}`;
  const enough = (availableBuffers ?? 0) >= targetBuffers;
  return enough ? 'Every task starts, and none waits for a buffer.' : 'Every task starts.';
}

function pods({ pods: asked }: PlanMemory, view: PlanView): Html | null {
  const rows = (
    [
      ['TaskManager', 'pods.taskManager', asked?.taskManager],
      ['JobManager', 'pods.jobManager', asked?.jobManager],
    ] as const
  ).flatMap(([name, part, pod]) => (pod === null || pod === undefined ? [] : [{ name, part, pod }]));
  if (rows.length === 0) return null;
  const scale = binaryScale(
    rows.reduce(
      (most, { pod }) => Math.max(most, Number(pod.pod.limitBytes ?? 0), Number(pod.processSizeBytes)),
      0,
    ),
  );
  const remarks = rows.flatMap(({ pod }) => pod.remarks);
  return html`<div><table class="ledger pods"><caption><b>Pods</b><span>What Flink asks of Kubernetes for a container.</span></caption>
<thead><tr><th scope="col">Pod of</th><th scope="col">Request, ${scale.name}</th><th scope="col">Limit</th><th scope="col">Over the process</th></tr></thead>
<tbody>
${rows.map(({ name, part, pod: { pod } }) => {
  const size = sizeCell(part, scale, view);
  return html`<tr><th scope="row">${name}</th>${size(pod.requestBytes, 'kubernetes.podRequest')}${size(pod.limitBytes, 'kubernetes.podLimit')}${size(pod.headroomBytes, 'kubernetes.headroom')}</tr>\n`;
})}</tbody></table>${remarks.map((remark) => html`<p class="table-note">${remark}</p>`)}</div>
`;
}

const sizeCell =
  (part: MemoryPart, scale: Scale, { anchors, memory }: PlanView) =>
  (bytes: Size | null, step: string): Html =>
    bytes === null
      ? html`<td>not known</td>`
      : html`<td><data value="${String(bytes)}">${anchors.why(memory.keyOf(part, step), inColumn(Number(bytes), scale))}</data></td>`;

const notesOf = (warnings: readonly string[]): Html[] =>
  warnings.map((warning) => html`<p class="table-note">${warning.replace(/^[A-Z]+ /, '')}.</p>`);

/** What is logged, as it is logged. */
export const warningsOf = (warnings: readonly string[]): Html | null =>
  warnings.length === 0
    ? null
    : html`<div class="logged"><h4>Flink logs</h4><ul>${warnings.map((warning) => html`<li><code>${warning}</code></li>`)}</ul></div>`;

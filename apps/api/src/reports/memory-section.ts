import type { PlanMemory } from '@plimsoll/planner';
import { binaryScale, binarySize } from './binary-sizes.js';
import { duration, numbered } from './figures.js';
import { type Html, html, joined } from './html.js';
import { drawMemory } from './memory-drawing.js';
import { memoryFacts, warningsOf } from './memory-facts.js';
import { jobManagerPools, type Pool, taskManagerPools } from './memory-pools.js';
import { memoryRefusal } from './memory-refusal.js';
import { memoryTable } from './memory-table.js';
import { NARROW, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';

/** What the configuration gives to the processes: each drawn to scale with its table beside, then what lives in their pools. */
export function memorySection(view: PlanView): Html | null {
  const { memory, inputs } = view.plan;
  if (memory === null) return null;
  if ('rejected' in memory) return memoryRefusal(memory.rejected);
  const taskManager = taskManagerPools(memory, inputs.observed);
  const jobManager = jobManagerPools(memory);
  const facts = memoryFacts(memory, view);
  return html`<section class="load memory" aria-labelledby="memory">
<div class="memory-head"><h2 id="memory">Memory</h2>
<p class="lead">What Flink ${memory.flinkVersion} makes of the configuration, exact to the byte. Sizes are binary: 1${NARROW}MiB is 1${NARROW}048${NARROW}576${NARROW}B.</p></div>
${taskManager && processRow(taskManager, TASK_MANAGER, memory, view)}${jobManager && processRow(jobManager, JOB_MANAGER, memory, view)}${facts.length > 0 && html`<div class="memory-facts">${facts}</div>`}</section>
`;
}

interface Process {
  readonly part: 'taskManager' | 'jobManager';
  readonly name: string;
  readonly subject: string;
  readonly height: number;
}

const TASK_MANAGER: Process = {
  part: 'taskManager',
  name: 'TaskManager',
  subject: 'one TaskManager',
  height: 520,
};
const JOB_MANAGER: Process = {
  part: 'jobManager',
  name: 'JobManager',
  subject: 'the JobManager',
  height: 240,
};

function processRow(pools: Pool, process: Process, memory: PlanMemory, view: PlanView): Html | null {
  const model = memory[process.part];
  if (model === null) return null;
  const { part, name, subject, height } = process;
  const scale = binaryScale(pools.bytes);
  const remarks = part === 'taskManager' ? (memory.observed?.remarks ?? []) : [];
  const observed = part === 'taskManager' && memory.observed !== null;
  const caption = `Share is of the ${binarySize(pools.bytes)} of the process.${observed ? ' Headroom is what is left, and its share of what was used.' : ''} A dotted figure leads to its why.`;
  return html`<figure class="vessel">
${drawMemory(pools, { id: `m-${part}`, subject, scale, height })}
<figcaption>${captionOf(process, view, scale.name)}</figcaption>
</figure>
<div>
${memoryTable(pools, view, { part, title: name, caption, scale, steps: model.steps })}${remarks.map((remark) => html`<p class="table-note">${remark}</p>`)}
<h3 class="sub">JVM arguments</h3>
<p class="paste"><code>${joined(
    model.jvmArgs.map((argument) => html`<span>${argument}</span>`),
    ' ',
  )}</code></p>
${warningsOf(model.warnings)}</div>
`;
}

function captionOf({ part }: Process, { plan, capacity }: PlanView, unit: string): string {
  const said = [whichOf(part, plan.inputs.cluster.taskManagersPerMachine ?? 1, capacity.machines)];
  said.push(`${unit}, heights to scale.`);
  const { observed } = plan.inputs;
  if (part === 'taskManager' && observed !== undefined) {
    const over = observed.observedForMs === undefined ? '' : ` over ${duration(observed.observedForMs)}`;
    said.push(`The thick bar in a pool is how much of it was used, as observed${over}.`);
  }
  return said.join(' ');
}

const whichOf = (part: Process['part'], perMachine: number, machines: number): string =>
  part === 'jobManager'
    ? 'The JobManager, to a scale of its own.'
    : `A TaskManager, of ${plain(perMachine)} on each of ${numbered(machines, 'machine')}.`;

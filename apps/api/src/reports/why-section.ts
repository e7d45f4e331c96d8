import type { StepInput } from '@plimsoll/trace';
import { inNumbers, inShort, type Writing } from './arithmetic.js';
import { memoryArithmetic, memoryFigure } from './binary-sizes.js';
import type { CheckpointTrace } from './checkpoint-steps.js';
import { badge, evidenceKey } from './evidence-badge.js';
import { arithmeticFigure, figure, roundedMargin, uncapitalized } from './figures.js';
import { type Html, html } from './html.js';
import type { ListedStep, MemoryTrace } from './memory-steps.js';
import { percent, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { pointer } from './pointer-text.js';
import { referenceLink } from './reference-link.js';
import { resourceName } from './resource-words.js';
import { chainsOf } from './step-chain.js';
import { stepNames } from './step-names.js';

/** Why: every derived figure of the plan with its formula, numbers and inputs, from the result down to what was given. */
export function whySection(view: PlanView): Html {
  const { chain, others, explained } = chainsOf(view.capacity, view.steps);
  const listing: Listing = { view, names: stepNames(view.steps), open: openSteps(chain, view) };
  const load = explained === undefined ? '' : figure(explained.measure, explained.load);
  const left = view.capacity.steps.length - view.steps.length;
  const title = explained === undefined ? 'Why' : `Why ${resourceName(explained.resource)} carries ${load}`;
  return html`<div class="two">
<section aria-labelledby="why">
<h2 id="why">${title}</h2>
<p class="lead">From the result down to what was given.${left > 0 && html` ${plain(left)} steps further down are in <a href="/v1/plans/${view.plan.id}">this plan as JSON</a>.`}</p>
${chainOf(chain, listing)}</section>
<section class="aside" aria-labelledby="others">
<h2 id="others">The other figures</h2>
<p class="lead">${others.length === 0 ? 'There are none: the answer is made of them all.' : 'Each opens in the same way.'}</p>
${others.length > 0 && chainOf(others, listing)}${evidenceKey()}</section>
</div>
${memoryWhy(view)}${checkpointWhy(view)}`;
}

/** Processes and their databases at the left, the rest at the right. */
function memoryWhy(view: PlanView): Html | null {
  const { traces, left } = view.memory;
  if (traces.length === 0) return null;
  const listing: Listing = { view, names: ({ label }) => label, open: new Set() };
  const atLeft = traces.filter(({ part }) => AT_LEFT.includes(part));
  const column = (of: readonly MemoryTrace[]) =>
    of.map(
      ({ title, steps }) => html`<h3 class="sub">${title}</h3>\n${chainOf([...steps].reverse(), listing)}`,
    );
  return html`<section class="two" aria-labelledby="why-memory">
<div class="over"><h2 id="why-memory">Why the memory is divided so</h2>
<p class="lead">From each total down to what was configured.${left > 0 && html` ${plain(left)} steps of the network buffers are in <a href="/v1/plans/${view.plan.id}">this plan as JSON</a>.`}</p></div>
<div>${column(atLeft)}</div>
<div class="aside">${column(traces.filter((trace) => !atLeft.includes(trace)))}</div>
</section>
`;
}

/** The tuning at the left, what follows from it at the right. */
function checkpointWhy(view: PlanView): Html | null {
  const { traces, left } = view.checkpointing;
  if (traces.length === 0) return null;
  const listing: Listing = { view, names: ({ label }) => label, open: new Set() };
  const column = (of: readonly CheckpointTrace[]) =>
    of.map(
      ({ title, steps }) => html`<h3 class="sub">${title}</h3>\n${chainOf([...steps].reverse(), listing)}`,
    );
  return html`<section class="two" aria-labelledby="why-checkpoints">
<div class="over"><h2 id="why-checkpoints">Why the checkpoints are so</h2>
<p class="lead">From each result down to what was given.${left > 0 && html` ${plain(left)} steps further down are in <a href="/v1/plans/${view.plan.id}">this plan as JSON</a>.`}</p></div>
<div>${column(traces.filter(({ part }) => part === 'tuning'))}</div>
<div class="aside">${column(traces.filter(({ part }) => part !== 'tuning'))}</div>
</section>
`;
}

const AT_LEFT: readonly MemoryTrace['part'][] = ['taskManager', 'jobManager', 'observed', 'rocksDb'];

interface Listing {
  readonly view: PlanView;
  readonly names: (step: ListedStep) => string;
  /** Steps that stand open from the start. */
  readonly open: ReadonlySet<string>;
}

const chainOf = (steps: readonly ListedStep[], listing: Listing): Html => html`<ol class="chain">
${steps.map((step, at) => stepRow(step, steps[at + 1]?.key, listing))}</ol>
`;

/** The id is on the body, so that going to it opens the step; without that the summary still says what counts. */
function stepRow(step: ListedStep, next: string | undefined, { view, names, open }: Listing): Html {
  return html`<li><details${open.has(step.key) && html` open`}><summary><span class="k">${names(step)}</span><span class="v">${resultOf(step)}</span>${badge(step.evidence)}<span class="how">${inShort(step, writingOf(step))}</span></summary>
<div class="step" id="${view.anchors.idOf(step.key)}"><dl><dt>Formula</dt><dd class="mono">${formulaOf(step)}</dd><dt>In numbers</dt><dd class="mono">${inNumbers(step, writingOf(step))} = ${resultOf(step)}</dd>${step.exactly && html`<dt>Exactly</dt><dd>${step.exactly}</dd>`}${
    step.inputs.length > 0 &&
    html`<dt>Inputs</dt><dd><ul class="inputs">${step.inputs.map((input) => inputRow(input, figureOf(step), next, view))}</ul></dd>`
  }<dt>Reference</dt><dd>${referenceLink(step.reference)}</dd>${marginOf(step, view)}</dl></div></details></li>
`;
}

const isMemory = ({ exactly }: ListedStep): boolean => exactly !== undefined;

const writingOf = (step: ListedStep): Writing => (isMemory(step) ? memoryArithmetic : arithmeticFigure);

const figureOf = (step: ListedStep): Writing => (isMemory(step) ? memoryFigure : figure);

const resultOf = (step: ListedStep): string =>
  step.unit === 'ratio' && step.key.endsWith('.utilization')
    ? percent(step.value)
    : figureOf(step)(step.unit, Number(step.value));

const formulaOf = ({ label, formula }: ListedStep): string => `${uncapitalized(label)} = ${formula}`;

const inputRow = (input: StepInput, written: Writing, next: string | undefined, view: PlanView): Html =>
  html`<li><b>${input.name}</b><span>${written(input.unit, Number(input.value))}</span><span class="from">${fromOf(input, next, view)}</span></li>`;

/** An input leads to its own step, or names its pointer, parameter or Flink default; what a solver found says so in words. */
function fromOf({ from }: StepInput, next: string | undefined, { anchors }: PlanView): Html {
  const id = anchors.idOf(from);
  if (id !== undefined) return html`<a href="#${id}">${from === next ? 'next step' : 'its own step'}</a>`;
  if (from.startsWith('/')) return pointer(from);
  if (from.startsWith('flink:')) return html`Flink’s default of ${pointer(from.slice('flink:'.length))}`;
  if (/\s/.test(from)) return html`${from}`;
  return html`parameter <a href="/v1/reference/parameters/${encodeURIComponent(from)}"><code>${from}</code></a>`;
}

function marginOf(step: ListedStep, { weakest, capacity }: PlanView): Html | null {
  if (weakest === null || weakest.margin === null || weakest.stepKey !== step.key) return null;
  const margin = roundedMargin(weakest.unit, weakest.margin);
  const name = step.inputs.find((input) => input.from === weakest.parameterId)?.name ?? weakest.name;
  const turn = capacity.fits ? 'The load line is reached at' : 'The load would come down to the line at';
  return html`<dt>Margin</dt><dd>${turn} ${name} ${margin}.</dd>`;
}

/** Open from the start: the last flow that entered the total, and the step of the weakest input. */
function openSteps(chain: readonly ListedStep[], { weakest }: PlanView): Set<string> {
  const keys = [chain[1]?.key, weakest?.stepKey];
  return new Set(keys.filter((key) => key !== undefined));
}

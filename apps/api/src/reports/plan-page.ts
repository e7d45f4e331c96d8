import { answerSection, verdictOf } from './answer.js';
import { checkpointSection } from './checkpoint-section.js';
import { checkpointSteps, NO_CHECKPOINT_STEPS } from './checkpoint-steps.js';
import { findingAnchors, findingsSection } from './findings-section.js';
import { type Html, html } from './html.js';
import { intervalSection } from './interval-strip.js';
import { loadSection } from './load-section.js';
import { machineCounts } from './machine-counts.js';
import { memorySection } from './memory-section.js';
import { memorySteps, NO_MEMORY_STEPS } from './memory-steps.js';
import { percentPlain } from './numbers.js';
import { linkList, pageFrame } from './page-frame.js';
import type { Beside, PlanDocument, PlanView } from './plan-view.js';
import { stepAnchors } from './step-anchors.js';
import { listedSteps } from './step-chain.js';
import { whySection } from './why-section.js';

/**
 * A stored plan as a page for people: the answer, the load of one machine, other numbers of machines, memory, checkpoints,
 * findings, what comes in bursts, and why. One document without script that asks for nothing else. The same plan always gives the same page.
 */
export function renderPlanPage(plan: PlanDocument, beside: Beside = {}): string {
  const { capacity } = plan;
  const steps = listedSteps(capacity);
  const memory =
    plan.memory === null || 'rejected' in plan.memory ? NO_MEMORY_STEPS : memorySteps(plan.memory);
  const checkpointing =
    plan.checkpointing === null ? NO_CHECKPOINT_STEPS : checkpointSteps(plan.checkpointing);
  const traces = [...memory.traces, ...checkpointing.traces];
  const view: PlanView = {
    plan,
    capacity,
    talk: capacity.model === 'talk' ? null : (beside.talk ?? null),
    weakest: beside.weakest ?? null,
    steps,
    memory,
    checkpointing,
    anchors: stepAnchors(
      [...steps, ...traces.flatMap((trace) => trace.steps)],
      new Map([...memory.places, ...checkpointing.places]),
    ),
  };
  const name = plan.inputs.name ?? 'this job';
  const findings = findingAnchors(plan.findings);
  const links = [{ href: `/v1/plans/${encodeURIComponent(plan.id)}`, text: 'This plan as JSON' }];
  const frame = {
    title: verdictOf(view, name),
    where: `${plan.inputs.name ?? 'unnamed'}, version ${plan.profileVersion}, model ${capacity.model}`,
    links,
  };
  const main = html`${answerSection(view, findings)}
${loadSection(view)}
${machineCounts(view)}
${memorySection(view)}
${checkpointSection(view)}
${findingsSection(view, findings)}
${intervalSection(view)}
${whySection(view)}`;
  return pageFrame(frame, main, footerOf(plan, links));
}

function footerOf(plan: PlanDocument, links: readonly { href: string; text: string }[]): Html {
  const { capacity, inputsHash } = plan;
  const hash = inputsHash.length > 20 ? `${inputsHash.slice(0, 12)}…${inputsHash.slice(-4)}` : inputsHash;
  return html`<footer>
<dl><div><dt>Engine</dt><dd>${plan.engineVersion}, model ${capacity.model}</dd></div><div><dt>Inputs, SHA-256</dt><dd><code>${hash}</code></dd></div><div><dt>Load line</dt><dd>${percentPlain(capacity.targetUtilization)} of capacity, <code>targetUtilization</code></dd></div><div><dt>Made</dt><dd><time datetime="${plan.createdAt}">${plan.createdAt.slice(0, 16).replace('T', ' ')} UTC</time></dd></div></dl>
<nav aria-label="The same plan elsewhere">${linkList(links)}</nav>
</footer>
`;
}

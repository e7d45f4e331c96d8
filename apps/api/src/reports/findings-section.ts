import type { Finding } from '@plimsoll/planner';
import { EVIDENCE, type Evidence, type Step } from '@plimsoll/trace';
import { badge } from './evidence-badge.js';
import { type Html, html, joined } from './html.js';
import { plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { pointer } from './pointer-text.js';
import { referenceLink } from './reference-link.js';
import { slug, uniqueIds } from './step-anchors.js';

/** Ids that parts of the page have already. */
const TAKEN = [
  ...['answer', 'h', 'load', 'counts', 'memory', 'checkpoints', 'find', 'minute'],
  ...['why', 'others', 'why-memory', 'why-checkpoints'],
];

/** The id of each finding on the page: its rule, with a number where a rule speaks twice. */
export function findingAnchors(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const unused = uniqueIds(TAKEN);
  return new Map(findings.slice(0, MOST_FINDINGS).map((finding) => [finding, unused(slug(finding.ruleId))]));
}

export function findingsSection(view: PlanView, ids: ReadonlyMap<Finding, string>): Html {
  const { findings } = view.plan;
  return html`<section class="wide" aria-labelledby="find">
<h2 id="find">Findings</h2>
<p class="lead">${leadOf(findings)}</p>
${
  findings.length > 0 &&
  html`<ul class="findings">
${findings.slice(0, MOST_FINDINGS).map((finding) => findingBox(finding, ids.get(finding) ?? '', stepsOf(view)))}</ul>`
}
${findings.length > MOST_FINDINGS && html`<p class="lead">${plain(findings.length - MOST_FINDINGS)} more are in <a href="/v1/plans/${view.plan.id}">this plan as JSON</a>.</p>`}
</section>
`;
}

/** The gravest come first; nobody reads a thousand. */
const MOST_FINDINGS = 100;

function leadOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'None: nothing was found that speaks against the answer or needs a word.';
  const of = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [of('error'), of('warning'), of('info')];
  const parts = [
    errors === 0 ? 'no error' : errors === 1 ? '1 error' : `${errors} errors`,
    warnings === 0 ? 'no warning' : warnings === 1 ? '1 warning' : `${warnings} warnings`,
    ...(infos === 0 ? [] : [`${infos} for information`]),
  ];
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const SEVERITY: Readonly<Record<Finding['severity'], { word: string; sign: Html }>> = {
  error: {
    word: 'Error',
    sign: html`<path class="sf" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/><path class="sp" d="M7.2 3.8h1.6l-.3 5.2h-1zM7.2 10.4h1.6V12H7.2z"/>`,
  },
  warning: {
    word: 'Warning',
    sign: html`<path class="sf" d="M8 1 15.6 14.8H.4z"/><path class="sp" d="M7.2 5.6h1.6l-.3 4.6h-1zM7.2 11.4h1.6v1.6H7.2z"/>`,
  },
  info: {
    word: 'Info',
    sign: html`<circle class="s" cx="8" cy="8" r="6.6"/><path class="sf" d="M7.2 7h1.6v4.8H7.2zM7.2 4.2h1.6v1.6H7.2z"/>`,
  },
};

const signOf = (sign: Html): Html =>
  html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${sign}</svg>`;

export const errorSign = (): Html => signOf(SEVERITY.error.sign);

/** What a finding may rest on: steps of the capacity, and of the tuning of checkpoints by their keys there. */
const stepsOf = ({ plan, capacity }: PlanView): readonly (readonly Step[])[] => [
  capacity.steps,
  plan.checkpointing?.steps ?? [],
];

function findingBox(finding: Finding, id: string, steps: readonly (readonly Step[])[]): Html {
  const { word, sign } = SEVERITY[finding.severity];
  const evidence = evidenceOf(finding, steps);
  return html`<li class="finding ${finding.severity}" id="${id}"><div class="sev">${signOf(sign)}${word}</div><h3>${finding.title}</h3><p>${messageOf(finding)}</p>${fixOf(finding)}<p class="meta"><code>${finding.ruleId}</code>${finding.path !== '' && html`<br>at ${pointer(finding.path)}`}<br>${referenceLink(finding.reference)}${evidence && html` ${badge(evidence)}`}</p></li>
`;
}

/** Backticks in a message mark what is written in code. */
const messageOf = ({ message }: Finding): Html =>
  html`${message.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;

function fixOf({ fix }: Finding): Html | null {
  if (fix === undefined || fix === null) return null;
  const sets = Object.entries(fix.set).map(([key, value]) => html`set <code>${key}: ${value}</code>`);
  const unsets = fix.unset.map((key) => html`remove <code>${key}</code>`);
  return html`<p>To do: ${joined([...sets, ...unsets], ', ')}.</p>`;
}

/** The weakest mark among the steps that a finding rests on: those its evidence names, else those of its formula. */
function evidenceOf(finding: Finding, steps: readonly (readonly Step[])[]): Evidence | undefined {
  const named = new Set(finding.evidence.map((input) => input.from));
  const resting = steps.flat().filter((step) => named.has(step.key));
  const ofFormula = steps.map((list) => list.filter((step) => step.reference === finding.reference));
  const used = resting.length > 0 ? resting : (ofFormula.find((list) => list.length > 0) ?? []);
  return [...EVIDENCE].reverse().find((evidence) => used.some((step) => step.evidence === evidence));
}

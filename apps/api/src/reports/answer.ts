import type { Finding } from '@plimsoll/planner';
import { counted, figure, listed, numbered, uncapitalized } from './figures.js';
import { type Html, html, joined } from './html.js';
import { jobFacts } from './job-facts.js';
import { type LedgerView, ledgerView, ledgerViews } from './ledger-view.js';
import { isAt, isOver } from './load-line.js';
import { percent, percentBeside, percentPlain, plain } from './numbers.js';
import type { PlanView } from './plan-view.js';
import { resourceName } from './resource-words.js';

/** The answer in a sentence, what it hangs on in another, and the job in a row of facts. */
export function answerSection(view: PlanView, findingIds: ReadonlyMap<Finding, string>): Html {
  const [verdict, fullest] = headlineOf(view);
  return html`<section class="answer" id="answer" aria-labelledby="h">
<h1 id="h"><span>${verdict}</span> <span>${fullest}</span></h1>
<p class="next">${joined(
    [lineSentence(view), neighbourSentence(view), warningSentence(view, findingIds)].filter(
      (part) => part !== null,
    ),
    ' ',
  )}</p>
${jobFacts(view)}
</section>
`;
}

/** `5 machines carry keep-it-going`: for the title of the page. */
export function verdictOf({ capacity }: Pick<PlanView, 'capacity'>, job: string): string {
  const machines = numbered(capacity.machines, 'machine');
  const [carry, doNot] = capacity.machines === 1 ? ['carries', 'does not'] : ['carry', 'do not'];
  if (capacity.fits) return `${machines} ${carry} ${job}`;
  const most = capacity.bottleneck?.utilization ?? 0;
  return most > 1 ? `${machines} ${doNot} carry ${job}` : `${machines} ${carry} ${job} above the load line`;
}

function headlineOf(view: PlanView): [string, string] {
  const { capacity } = view;
  const verdict = verdictOf(view, 'this job');
  const { bottleneck } = capacity;
  if (bottleneck === null) return [`${verdict};`, 'no capacity is given for what it loads.'];
  const ledger = ledgerView(capacity.perMachine, bottleneck.resource);
  if (ledger?.capacity == null || ledger.load === 0)
    return [`${verdict};`, 'nothing that is counted loads it.'];
  const share = percentBeside(bottleneck.utilization, [capacity.targetUtilization, 1]);
  const of = figure(ledger.measure, ledger.capacity);
  const isFullest = bottleneck.utilization > 1 ? 'would stand at' : 'is fullest:';
  return [`${verdict};`, `${resourceName(bottleneck.resource)} ${isFullest} ${share} of ${of}.`];
}

function lineSentence({ capacity }: PlanView): string {
  const target = capacity.targetUtilization;
  const line = percentPlain(target);
  const ledgers = ledgerViews(capacity.perMachine);
  const above = ledgers.filter((ledger) => isOver(ledger.utilization, target));
  if (above.length > 0) {
    const stand = above.map(
      (ledger) => `${resourceName(ledger.resource)} by ${distanceText(ledger, target)}`,
    );
    return `Above the load line of ${line}: ${listed(stand)}.`;
  }
  const unknown = ledgers.some((ledger) => ledger.utilization === null && ledger.load > 0);
  const at = ledgers.some((ledger) => isAt(ledger.utilization, target));
  return `Every resource${unknown ? ' with a given capacity' : ''} stays ${at ? 'at or below' : 'below'} the load line of ${line}.`;
}

const distanceText = (ledger: LedgerView, target: number): string =>
  figure(ledger.measure, ledger.load - target * (ledger.capacity ?? 0));

/** What another number of machines would give: one less where this one fits, the smallest that fits where it does not. */
function neighbourSentence({ capacity }: PlanView): string | null {
  const { smallest, machines, fits } = capacity;
  if (smallest.machines === null) {
    const bound =
      smallest.bottleneck === null
        ? ''
        : `: ${resourceName(smallest.bottleneck.resource)} stays above the line`;
    return fits ? null : `No number of machines fits${bound}.`;
  }
  if (smallest.machines !== machines) {
    const fit =
      smallest.machines === 1
        ? 'One machine fits'
        : `The smallest number that fits is ${plain(smallest.machines)}`;
    return `${fit}.`;
  }
  const less = machines - 1;
  const rejected =
    smallest.rejected.find((count) => count.machines === less) ??
    capacity.alternatives
      .map((other) => ({ machines: other.machines, ...other.bottleneck }))
      .find((count) => count.machines === less);
  if (rejected?.resource === undefined || rejected.utilization === undefined) return null;
  return `With ${numbered(less, 'machine')} ${resourceName(rejected.resource)} would stand at ${percent(rejected.utilization)}.`;
}

const MOST_NAMED = 3;

/** Errors and warnings by name; what is only information can wait. */
function warningSentence({ plan }: PlanView, ids: ReadonlyMap<Finding, string>): Html {
  const errors = plan.findings.filter((finding) => finding.severity === 'error');
  const warnings = plan.findings.filter((finding) => finding.severity === 'warning');
  const grave = [...errors, ...warnings];
  if (grave.length === 0) return html`No warning stands against the answer.`;
  const counts = [
    errors.length > 0 ? counted(errors.length, 'error') : '',
    warnings.length > 0 ? counted(warnings.length, 'warning') : '',
  ].filter((part) => part !== '');
  const titles = [...new Set(grave.map((finding) => finding.title))];
  const links = titles.slice(0, titles.length > MOST_NAMED + 1 ? MOST_NAMED : titles.length).map((title) => {
    const alike = grave.filter((finding) => finding.title === title);
    const [first] = alike;
    const link = html`<a href="#${(first && ids.get(first)) ?? 'find'}">${uncapitalized(title)}</a>`;
    return alike.length === 1 ? link : html`${link} (${plain(alike.length)} times)`;
  });
  const more = titles.length - links.length;
  if (more > 0) links.push(html`<a href="#find">${`${plain(more)} more`}</a>`);
  const last = links.pop();
  const names = links.length === 0 ? last : html`${joined(links, ', ')} and ${last}`;
  return html`The answer comes with ${listed(counts)}: ${names}.`;
}

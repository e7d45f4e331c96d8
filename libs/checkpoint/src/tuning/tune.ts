import { type Figure, flatten, given, type Step } from '@plimsoll/trace';
import { type Outcome, ok, rejected } from '@plimsoll/units';
import { type Candidate, type Choice, chooseKind, costOf } from './candidates.js';
import { capacityNeeds, type Needs } from './capacity-needs.js';
import { cheapestInterval } from './cheapest-interval.js';
import { checkTuning } from './check.js';
import { type ClassicalOptima, classicalOptima } from './classical-optima.js';
import { tuningFindings } from './findings.js';
import { type Range, shownBounds } from './interval-bounds.js';
import { type Judgement, judged } from './judged.js';
import { LONGEST_INTERVAL, SHORTEST_INTERVAL } from './parameters.js';
import { minPauseOf, type Proposal, proposedSettings } from './proposed-settings.js';
import type { CheckpointTuningRequest } from './request.js';
import type { CheckpointTuning, FeasibleInterval, IntervalOptima } from './result.js';
import { type TuningScope, tuningScope } from './scope.js';
import { approximateOptimum, checkpointCost } from './streaming-cost.js';

/**
 * How often a job should checkpoint: the range of intervals that meets every objective (F5.4), the cheapest of it for a stream
 * that must catch up (F5.5), and all settings that belong to it. That no interval is feasible is an answer, with the capacity
 * that would make one. Rejects values that no job, cluster or Flink can have.
 */
export function tuneCheckpoints(request: CheckpointTuningRequest): Outcome<CheckpointTuning> {
  const rejections = checkTuning(request);
  return rejections.length > 0 ? rejected(...rejections) : ok(tuned(tuningScope(request)));
}

interface Proposed {
  readonly judgement: Judgement;
  readonly minPause: Figure<'ms'>;
  readonly proposal: Proposal;
}

function tuned(scope: TuningScope): CheckpointTuning {
  const choice = chooseKind(scope);
  const { chosen } = choice;
  const { range } = chosen;
  const { shown, figures } = shownBounds(scope, range);
  const current = currentJudgement(scope);
  const proposed = proposal(scope, choice);
  const { optima, classical } = optimaOf(scope, chosen, proposed?.judgement ?? null);
  const missing: Needs = range.feasible ? { needs: [], figures: [] } : capacityNeeds(scope, range);
  const roots: readonly (Figure | null)[] = [
    scope.downtime.total,
    ...figures,
    ...(current?.figures ?? []),
    ...(proposed?.judgement.figures ?? []),
    proposed?.minPause ?? null,
    proposed?.proposal.timeout ?? null,
    proposed?.proposal.tolerableFailures ?? null,
    ...classical,
    ...missing.figures,
  ];
  const { kind } = range.model;
  return {
    feasible: range.feasible,
    intervalMs: proposed?.judgement.judged.pace?.intervalMs ?? null,
    minPauseMs: proposed?.minPause.value ?? null,
    timeoutMs: proposed?.proposal.timeout.value ?? null,
    maxConcurrent: 1,
    mode: 'EXACTLY_ONCE',
    unaligned: kind.barriers === 'unaligned',
    incremental: kind.incremental,
    localRecovery: proposed?.proposal.localRecovery ?? false,
    tolerableFailures: proposed?.proposal.tolerableFailures.value ?? null,
    retainedCheckpoints: proposed?.proposal.retained ?? 1,
    feasibleInterval: feasibleInterval(range),
    bounds: shown,
    chosenBy: proposed === null ? null : chosenBy(chosen),
    optima,
    proposal: proposed?.judgement.judged ?? null,
    current: current?.judged ?? null,
    downtimeMs: scope.downtime.total?.value ?? null,
    needs: missing.needs,
    config: proposed?.proposal.config ?? {},
    settings: proposed?.proposal.settings ?? [],
    findings: tuningFindings(scope, choice, current, missing.needs),
    steps: placed(flatten(roots.filter((figure) => figure !== null))),
  };
}

/** The failure stands below `/failures` here. */
const placed = (steps: Step[]): Step[] =>
  steps.map((step) =>
    step.inputs.some(({ from }) => from.startsWith('/scenario'))
      ? {
          ...step,
          inputs: step.inputs.map((input) =>
            input.from.startsWith('/scenario') ? { ...input, from: `/failures${input.from}` } : input,
          ),
        }
      : step,
  );

function feasibleInterval({ lower, upper }: Range): FeasibleInterval {
  return {
    lowerMs: lower.value,
    lowerBoundBy: lower.objective,
    upperMs: upper?.value ?? null,
    upperBoundBy: upper?.objective ?? null,
  };
}

function currentJudgement(scope: TuningScope): Judgement | null {
  const set = scope.request.checkpointing;
  if (set === undefined) return null;
  const incremental = set.incremental === true && scope.facts.stateBackend !== 'hashmap';
  const interval = given('ms', set.interval, '/checkpointing/interval');
  return judged(
    scope,
    scope.model({ incremental, barriers: 'aligned' }),
    { interval, minPause: scope.minPause },
    'current',
  );
}

function proposal(scope: TuningScope, choice: Choice): Proposed | null {
  const { chosen } = choice;
  if (chosen.intervalMs === null) return null;
  const { model } = chosen.range;
  const value = wholeInterval(chosen.intervalMs, chosen.range);
  const interval = given('ms', value, 'chosen within the feasible range');
  const { duration } = model.figuresAt(interval, 'proposal');
  const minPause = minPauseOf(scope, interval, duration);
  const judgement = judged(scope, model, { interval, minPause }, 'proposal');
  const whyInterval = intervalReason(chosen);
  const { checkpoint } = judgement;
  return {
    judgement,
    minPause,
    proposal: proposedSettings(scope, choice, {
      interval,
      minPause,
      duration: checkpoint.duration,
      whyInterval,
    }),
  };
}

const SECOND = 1000;
const IN_SECONDS_FROM = 10 * SECOND;

/** Whole seconds where the range has some, else whole milliseconds. */
function wholeInterval(intervalMs: number, { lower, upper }: Range): number {
  const least = lower.value ?? 0;
  const most = upper?.value ?? LONGEST_INTERVAL.value;
  const seconds = [Math.floor(intervalMs / SECOND) * SECOND, Math.ceil(intervalMs / SECOND) * SECOND];
  const tidy = seconds.find((one) => one >= IN_SECONDS_FROM && one >= least && one <= most);
  if (tidy !== undefined) return tidy;
  return Math.min(Math.max(Math.floor(intervalMs), Math.ceil(least)), Math.floor(most));
}

/** How near a bound the cheapest interval lies that the bound decides. */
const AT_A_BOUND = 1e-4;

function chosenBy({ intervalMs, range, longEnough }: Candidate): CheckpointTuning['chosenBy'] {
  if (longEnough) return 'streamingOptimum';
  const near = (bound: number | null): boolean =>
    bound !== null && intervalMs !== null && Math.abs(intervalMs - bound) <= AT_A_BOUND * bound;
  if (range.upper !== null && near(range.upper.value)) return range.upper.objective;
  return near(range.lower.value) ? range.lower.objective : 'streamingOptimum';
}

function intervalReason(chosen: Candidate): string {
  const by = chosenBy(chosen);
  if (chosen.longEnough) {
    return 'no objective asks for a shorter one, and a longer one would save the stream next to nothing and repeat more';
  }
  if (by === 'streamingOptimum' || by === null) {
    return 'the cheapest for a stream that must catch up after a failure, and every objective holds';
  }
  const bound = chosen.range.bounds.find(({ objective }) => objective === by);
  const side = bound?.side === 'upper' ? 'longest' : 'shortest';
  return `the ${side} that ${by} allows: ${bound?.reason ?? ''}`;
}

function optimaOf(
  scope: TuningScope,
  chosen: Candidate,
  judgement: Judgement | null,
): { readonly optima: IntervalOptima; readonly classical: readonly (Figure | null)[] } {
  const { model } = chosen.range;
  const { sync } = scope.shared;
  const costAt = costOf(scope, model);
  const streamingMs = model.uploads ? unboundedOptimum(chosen, costAt) : null;
  const cost =
    judgement?.cost ??
    checkpointCost('optimum', {
      sync,
      alignment: model.alignment,
      slowdown: scope.slowdown,
      duration: given(
        'ms',
        model.uploads ? model.durationAt(streamingMs ?? 0) : 0,
        'duration at the streaming optimum',
      ),
    });
  const streamingCost = streamingMs === null ? null : finite(costAt(streamingMs));
  const classical: ClassicalOptima = classicalOptima(cost, scope.mtbf);
  const approximate = approximateOptimum(cost, scope.mtbf, scope.load);
  return {
    optima: {
      streamingMs: streamingCost === null ? null : streamingMs,
      costRatio: streamingCost,
      approximateMs: approximate?.value ?? null,
      youngMs: classical.young.value,
      dalyMs: classical.daly.value,
      utilizationMs: classical.utilization.value,
      why: whyTheyDiffer(scope.load.value),
    },
    classical: [classical.young, classical.daly, classical.utilization, approximate],
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The cost has one valley: where the range holds its floor, that is the optimum without a range. */
function unboundedOptimum(chosen: Candidate, costAt: (intervalMs: number) => number): number | null {
  return !chosen.longEnough && chosenBy(chosen) === 'streamingOptimum' && chosen.intervalMs !== null
    ? chosen.intervalMs
    : cheapestInterval(costAt, SHORTEST_INTERVAL.value, LONGEST_INTERVAL.value);
}

function whyTheyDiffer(load: number): string {
  const shared =
    'Young, Daly and the utilization optimum charge a failure the work that it repeats; Young drops the terms that count where a checkpoint costs more than a hundredth of the time between failures.';
  if (load <= 0) return `${shared} A stream without load repeats nothing, so its optimum has no end.`;
  if (load >= 1) return `${shared} This stream has no capacity left to catch up with.`;
  const factor = (load / (1 - load)).toPrecision(3);
  return `${shared} A stream works a rewind off with what its load leaves: at ρ = ${load.toPrecision(3)} a rewind takes ρ ÷ (1 − ρ) = ${factor} times as long, so its optimum lies at √((1 − ρ) ÷ ρ) = ${Math.sqrt((1 - load) / load).toPrecision(3)} of Young’s; they agree at ρ = 0.5.`;
}

import type { Figure } from '@plimsoll/trace';
import { durationInWords } from '../kafka/duration-in-words.js';
import type { Choice } from './candidates.js';
import type { Judgement } from './judged.js';
import type { CapacityNeed, TuningFinding } from './result.js';
import type { TuningScope } from './scope.js';

/** What there is to know beside the figures: of the checkpoints as they are set, and of what could not be met or judged. */
export function tuningFindings(
  scope: TuningScope,
  choice: Choice,
  current: Judgement | null,
  needs: readonly CapacityNeed[],
): TuningFinding[] {
  const findings = [
    ...(current === null ? [] : currentFindings(scope, current)),
    ...(choice.chosen.range.feasible ? [] : [nothingFeasible(choice, needs)]),
    ...assumptions(scope),
  ];
  return findings.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compared(a.ruleId, b.ruleId) ||
      compared(a.path, b.path),
  );
}

const SEVERITIES: readonly TuningFinding['severity'][] = ['error', 'warning', 'info'];
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const evidence = (name: string, figure: Figure): TuningFinding['evidence'][number] => ({
  name,
  value: figure.value,
  unit: figure.unit,
  from: figure.kind === 'derived' ? figure.key : figure.from,
});

function currentFindings({ request, facts }: TuningScope, { checkpoint, pace }: Judgement): TuningFinding[] {
  const set = request.checkpointing;
  if (set === undefined) return [];
  const { duration, machineBytes } = checkpoint;
  const rows = [evidence('duration', duration), evidence('machineBytes', machineBytes)];
  const findings: TuningFinding[] = [];
  if (pace === null) {
    findings.push({
      ruleId: 'checkpoints-never-end',
      severity: 'error',
      title: 'Checkpoints never end',
      message: 'The job leaves nothing to upload a checkpoint with.',
      path: '/cluster/machine',
      evidence: rows.slice(1),
      reference: 'F5.3',
    });
    return findings;
  }
  if (pace.regime === 'DEGRADED') {
    findings.push({
      ruleId: 'constantly-checkpointing',
      severity: 'warning',
      title: 'The job is constantly checkpointing',
      message: `A checkpoint takes ${durationInWords(duration.value)}, which is no less than its interval of ${durationInWords(set.interval)}, and no min pause follows it: the next begins at once, and the job never runs free of one.`,
      path: '/checkpointing/interval',
      evidence: [...rows, evidence('dutyRatio', pace.duty)],
      reference: 'F5.2',
    });
  }
  if (pace.regime === 'GUARANTEED_PROGRESS') {
    findings.push({
      ruleId: 'min-pause-sets-the-pace',
      severity: 'info',
      title: 'The min pause sets the pace, not the interval',
      message: `A checkpoint and the pause after it take ${durationInWords(pace.effectiveInterval.value)}, longer than the interval of ${durationInWords(set.interval)}. The pause keeps time free of checkpoints; a restore repeats up to ${durationInWords(pace.worstRewind.value)}.`,
      path: '/checkpointing/minPause',
      evidence: [...rows, evidence('effectiveInterval', pace.effectiveInterval)],
      reference: 'F5.2',
    });
  }
  if ((set.minPause ?? 0) > set.interval) {
    findings.push({
      ruleId: 'interval-below-min-pause',
      severity: 'info',
      title: 'The interval is raised to the min pause',
      message: 'Flink takes the longer of the two as the interval and says nothing of it.',
      path: '/checkpointing/interval',
      evidence: [],
      reference: 'F5.2',
    });
  }
  if (set.timeout !== undefined && set.timeout < duration.value) {
    findings.push({
      ruleId: 'timeout-below-duration',
      severity: 'error',
      title: 'Every checkpoint runs into its timeout',
      message: `A checkpoint takes ${durationInWords(duration.value)} and is failed after ${durationInWords(set.timeout)}.`,
      path: '/checkpointing/timeout',
      evidence: rows,
      reference: 'F5.2',
    });
  }
  if (set.incremental === true && facts.stateBackend === 'hashmap') {
    findings.push({
      ruleId: 'hashmap-has-no-increments',
      severity: 'info',
      title: 'hashmap writes its whole state',
      message: 'Only rocksdb and forst write incremental checkpoints; the setting changes nothing here.',
      path: '/checkpointing/incremental',
      evidence: [evidence('machineBytes', machineBytes)],
      reference: 'F4.3',
    });
  }
  return findings;
}

function nothingFeasible({ chosen }: Choice, needs: readonly CapacityNeed[]): TuningFinding {
  const { lower, upper } = chosen.range;
  const least =
    lower.value === null
      ? `no interval is long enough for ${lower.objective}`
      : `${lower.objective} needs at least ${durationInWords(lower.value)}`;
  const most =
    upper?.value === null
      ? 'no interval at all'
      : upper === null || upper.value <= 0
        ? 'less than nothing'
        : `at most ${durationInWords(upper.value)}`;
  const helpful = needs.filter(({ need }) => need !== null).map(({ resource }) => resource);
  return {
    ruleId: 'no-feasible-interval',
    severity: 'error',
    title: 'No checkpoint interval meets every objective',
    message: `${least}; ${upper === null ? 'that is beyond any interval' : `${upper.objective} allows ${most}`}. ${helpful.length > 0 ? `More of one of these would make an interval feasible: ${helpful.join(', ')}.` : 'No capacity alone would: an objective must give way.'}`,
    path: upper === null ? '/cluster/machine' : `/objectives/${upper.objective}`,
    evidence: [],
    reference: 'F5.4',
  };
}

function assumptions({ objectives, facts, downtime, load }: TuningScope): TuningFinding[] {
  const findings: TuningFinding[] = [];
  const info = (ruleId: string, title: string, message: string, path: string, reference: string): void => {
    findings.push({ ruleId, severity: 'info', title, message, path, evidence: [], reference });
  };
  if (objectives.maxSinkLatencyMs !== undefined && !facts.exactlyOnceSink) {
    info(
      'no-sink-waits-for-checkpoints',
      'No sink waits for checkpoints',
      'Only an exactly-once sink shows its results when a checkpoint completes; the latency bounds no interval here.',
      '/objectives/maxSinkLatencyMs',
      'F5.4',
    );
  }
  const { maxUsdPerMonth } = objectives;
  if (maxUsdPerMonth !== undefined && facts.usdPerMonth === undefined) {
    info(
      'cost-not-judged',
      'What the cluster costs is not known',
      'The cost is no matter of the interval, and no prices were given to judge it by.',
      '/objectives/maxUsdPerMonth',
      'F9.1',
    );
  }
  if (maxUsdPerMonth !== undefined && facts.usdPerMonth !== undefined && facts.usdPerMonth > maxUsdPerMonth) {
    findings.push({
      ruleId: 'cluster-costs-too-much',
      severity: 'error',
      title: 'The cluster costs more than it may',
      message: `It costs ${facts.usdPerMonth} US dollars a month, whatever the interval; ${maxUsdPerMonth} are allowed.`,
      path: '/objectives/maxUsdPerMonth',
      evidence: [],
      reference: 'F9.1',
    });
  }
  if (load.value >= 1) {
    findings.push({
      ruleId: 'load-exceeds-capacity',
      severity: 'error',
      title: 'The job never catches up',
      message:
        'The capacity does not exceed the load, so what a failure leaves undone is never worked through.',
      path: '/cluster/machines',
      evidence: [evidence('load', load)],
      reference: 'F3.2',
    });
  }
  if (downtime.total === null) {
    findings.push({
      ruleId: 'nothing-restarts-the-job',
      severity: 'error',
      title: 'Nothing but a person restarts the job',
      message:
        'After this failure no restart strategy and no high availability brings the job back; recovery has no end.',
      path: '/failures/scenario',
      evidence: [],
      reference: 'F3.2',
    });
  }
  return findings;
}

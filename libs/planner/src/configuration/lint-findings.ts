import type { FlinkConfig } from '@plimsoll/flink-config';
import type { Observed } from '@plimsoll/memory';
import { lint } from '@plimsoll/rules';
import type { PlanCheckpointing } from '../checkpointing/plan-checkpointing.js';
import type { ObservedSeries } from '../checkpointing/slow-trouble.js';
import type { CapacityRequest } from '../request.js';
import type { Finding } from '../result.js';

export interface LintInputs {
  readonly flinkVersion: string;
  readonly config: FlinkConfig;
  readonly request: CapacityRequest;
  readonly observed?: Observed | undefined;
  readonly observedSeries?: ObservedSeries | undefined;
  readonly checkpointing: PlanCheckpointing | null;
}

/** What the rules say of a profile's configuration, with what the plan knows beside it, but for rules that the plan has judged itself. */
export function lintFindings(
  { flinkVersion, config, request, observed, observedSeries, checkpointing }: LintInputs,
  judged: readonly Finding[],
): Finding[] {
  const { workload, cluster } = request;
  const current = (checkpointing?.current ?? checkpointing?.proposal)?.checkpoint;
  const outcome = lint({
    flinkVersion,
    config,
    workload,
    cluster,
    ...(observed !== undefined && { observed }),
    ...(observedSeries !== undefined && { series: observedSeries }),
    ...(current !== undefined && {
      checkpointing: {
        bytes: current.bytes,
        ...(current.durationMs !== null && { durationMs: current.durationMs }),
      },
    }),
  });
  if (outcome.kind === 'rejected') return [];
  const known = new Set(judged.map(({ ruleId }) => ruleId));
  return outcome.value.findings.filter(({ ruleId }) => !known.has(ruleId)).map(placed);
}

/** What is known of measured checkpoints stands in the plan's own section. */
const placed = (finding: Finding): Finding => ({
  ...finding,
  evidence: finding.evidence.map((row) =>
    row.from.startsWith('/checkpointing/')
      ? { ...row, from: `/checkpointing/current/checkpoint/${row.from.slice('/checkpointing/'.length)}` }
      : row,
  ),
});

import {
  type CheckpointSizePoint,
  type MetaspaceGrowth,
  type MetaspacePoint,
  metaspaceGrowth,
  type WindowsKept,
  type WindowsKeptRequest,
  windowsKept,
} from '@plimsoll/checkpoint';
import { type Outcome, ok, type Rejection, rejected } from '@plimsoll/units';
import { askedAt } from '../asked-at.js';
import type { SurveyWithState } from '../capacity.js';
import type { Finding } from '../result.js';
import type { Placed } from './placed.js';

/** What monitoring saw over days. */
export interface ObservedSeries {
  /** Used metaspace of a process, best just after a garbage collection. */
  readonly metaspace?: readonly MetaspacePoint[];
  /** Full sizes of completed checkpoints. */
  readonly checkpointSizes?: readonly CheckpointSizePoint[];
}

/** What a stalled watermark would make of the windows of one operator. */
export interface PlannedWindows extends WindowsKept {
  readonly operator: string;
  readonly asked: WindowsKeptRequest;
}

/** Trouble that takes days to show. */
export interface PlannedSlowTrouble {
  readonly windows: readonly PlannedWindows[];
  /** Whether the state has grown; null where no series was given. */
  readonly checkpointGrowth: WindowsKept | null;
  /** Whether class loaders stay; null where no series was given. */
  readonly metaspace: (MetaspaceGrowth & { readonly limitBytes: number }) | null;
}

const PLACE = '/checkpointing/slowTrouble';

/** @param metaspaceLimitBytes of the TaskManager */
export function plannedSlowTrouble(
  survey: SurveyWithState,
  series: ObservedSeries,
  metaspaceLimitBytes: number,
): Outcome<Placed<PlannedSlowTrouble>> {
  const { checkpointSizes, metaspace } = series;
  const growth = checkpointSizes === undefined ? null : windowsKept({ observed: checkpointSizes });
  const leak =
    metaspace === undefined
      ? null
      : metaspaceGrowth({ limitBytes: metaspaceLimitBytes, observed: metaspace });
  const wrong = [
    ...(growth?.kind === 'rejected' ? growth.rejections.map(inSeries('checkpointSizes')) : []),
    ...(leak?.kind === 'rejected' ? leak.rejections.map(inSeries('metaspace')) : []),
  ];
  if (wrong.length > 0) return rejected(...wrong);
  const checkpointGrowth = growth?.kind === 'ok' ? placedSeries(growth.value, 'checkpointSizes') : null;
  const leaking = leak?.kind === 'ok' ? placedSeries(leak.value, 'metaspace') : null;
  const section = {
    windows: survey.states.flatMap((_, at) => stalled(survey, at)),
    checkpointGrowth,
    metaspace: leaking === null ? null : { limitBytes: metaspaceLimitBytes, ...leaking },
  };
  return ok({ section, findings: [...growing(checkpointGrowth), ...leaks(section.metaspace)] });
}

const seriesAt = (name: string, pointer: string): string =>
  pointer === '/limitBytes'
    ? `${PLACE}/metaspace/limitBytes`
    : pointer.replace(/^\/observed/, `/observedSeries/${name}`);

const inSeries =
  (name: string) =>
  (rejection: Rejection): Rejection => ({ ...rejection, pointer: seriesAt(name, rejection.pointer) });

const placedSeries = <T extends WindowsKept | MetaspaceGrowth>(answer: T, name: string): T => ({
  ...answer,
  steps: answer.steps.map((step) => ({
    ...step,
    inputs: step.inputs.map((input) => ({ ...input, from: seriesAt(name, input.from) })),
  })),
});

function stalled({ scope, states }: SurveyWithState, at: number): PlannedWindows[] {
  const state = states[at];
  const operator = state === undefined ? undefined : scope.request.workload.operators[state.index];
  const size = operator?.window?.size;
  if (state === undefined || operator?.keys === undefined || size === undefined) return [];
  const asked: WindowsKeptRequest = {
    window: {
      keys: operator.keys,
      recordsPerSecond: state.records.value,
      sizeMs: size,
      panes: state.panes?.value ?? 1,
      entryBytes: state.snapshotEntryBytes.value,
    },
  };
  const answer = windowsKept(asked);
  if (answer.kind === 'rejected') return [];
  const steps = answer.value.steps.map(askedAt(`${PLACE}/windows/${at}/asked`));
  return [{ operator: operator.id, asked, ...answer.value, steps }];
}

function growing(growth: WindowsKept | null): Finding[] {
  const observed = growth?.observed ?? null;
  if (observed === null || observed.verdict === 'NOT_GROWING') return [];
  const { value, low, high } = observed.growthBytesPerSecond;
  return [
    {
      ruleId: 'checkpoints-keep-growing',
      severity: 'warning',
      title: 'The state has grown all the time',
      message: `Checkpoints grew by ${Math.round(value)} B/s (95 %: ${Math.round(low)} to ${Math.round(high)}). Look for windows that a stalled watermark keeps (an idle source without withIdleness), state without a time to live, and keys without end.`,
      path: '/observedSeries/checkpointSizes',
      evidence: [
        { name: 'growth', value, unit: 'bytesPerSecond', from: `${PLACE}/checkpointGrowth/observed` },
      ],
      reference: 'F10.3',
    },
  ];
}

function leaks(metaspace: PlannedSlowTrouble['metaspace']): Finding[] {
  if (metaspace === null || metaspace.verdict === 'NO_LEAK') return [];
  const { restartEveryMs, limitBytes } = metaspace;
  const restart =
    restartEveryMs === null
      ? ''
      : ` Until that is mended, restart the process every ${Math.floor(restartEveryMs / 1000)} s.`;
  return [
    {
      ruleId: 'metaspace-leaks',
      severity: 'warning',
      title: 'Class loaders of finished jobs stay',
      message: `Metaspace grows towards its limit of ${limitBytes} B. Put libraries that start threads or keep static references into lib/, or run jobs in clusters of their own.${restart}`,
      path: '/observedSeries/metaspace',
      evidence: [{ name: 'limit', value: limitBytes, unit: 'bytes', from: `${PLACE}/metaspace/limitBytes` }],
      reference: 'F10.2',
    },
  ];
}

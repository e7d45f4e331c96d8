import type { Figure } from '@plimsoll/trace';
import { isFrom, versionText } from '@plimsoll/units';
import type { BlobFigures } from './blob-fetch.js';
import type { CatchUpFigures, Load } from './catch-up.js';
import { evidence, type RecoveryFinding } from './finding.js';
import type { RecoveryRequest } from './request.js';
import { restore } from './restore.js';
import type { RetentionFigures } from './retention.js';
import { versionOf } from './scope.js';

/** What the figures of a recovery mean for the one who runs the job. */
export interface Judged {
  readonly load: Load;
  readonly downtime: Figure<'ms'> | null;
  readonly rewind: Figure<'ms'>;
  readonly times: CatchUpFigures | null;
  readonly needed: Figure<'perSecond'> | null;
  readonly autoscaler: Figure<'perSecond'> | null;
  readonly blobs: BlobFigures | null;
  readonly retention: RetentionFigures | null;
  /** Why nothing restarts the job; null where something does. */
  readonly byHand: RecoveryFinding | null;
}

export const recoveryFindings = (request: RecoveryRequest, judged: Judged): RecoveryFinding[] => [
  ...(judged.byHand === null ? [] : [judged.byHand]),
  ...neverCatchesUp(request, judged),
  ...missesTarget(request, judged),
  ...modelsDisagree(request, judged),
  ...measuredWithout(request),
  ...blobPressure(judged),
  ...retentionTooShort(judged),
  ...localRecovery(request),
];

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;
const records = (value: number): string => `${Math.ceil(value)} records/s`;
const capacityPath = ({ capacityRecordsPerSecond }: RecoveryRequest): string =>
  capacityRecordsPerSecond === undefined ? '/cluster' : '/capacityRecordsPerSecond';

/** A job whose JobManager is gone, with nothing that remembers its checkpoints. */
export const noHighAvailability = (failure: string): RecoveryFinding => ({
  ruleId: 'recovery-needs-high-availability',
  severity: 'error',
  title: 'Nothing restarts the job',
  message: `Without high availability the JobManager keeps the list of checkpoints in its memory alone: after the loss of ${failure === 'CLUSTER' ? 'the cluster' : 'the JobManager'} Flink restores nothing by itself. Submit the job again from its last savepoint or retained checkpoint by hand (execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION keeps checkpoints for that), or set high-availability.type.`,
  path: '/scenario/highAvailability',
  evidence: [{ name: 'failure', value: failure, unit: 'text', from: '/scenario/failure' }],
  reference: 'F3.2',
});

export const strategyGivesUp = (why: string): RecoveryFinding => ({
  ruleId: 'restart-strategy-gives-up',
  severity: 'error',
  title: 'The restart strategy gives up',
  message: `The job fails for good, because ${why}. Set restart-strategy.type to exponential-delay, or allow more restarts.`,
  path: '/scenario/restartStrategy',
  evidence: [{ name: 'reason', value: why, unit: 'text', from: '/scenario/restartStrategy' }],
  reference: 'F3.2',
});

function neverCatchesUp(request: RecoveryRequest, { load, times }: Judged): RecoveryFinding[] {
  if (times === null || times.catchUp !== null) return [];
  const { recordsPerSecond, capacity } = load;
  return [
    {
      ruleId: 'recovery-never-catches-up',
      severity: 'error',
      title: 'The job never catches up',
      message: `It can do ${records(capacity.value)} and must do ${records(recordsPerSecond.value)}, so nothing is left to work off a lag. Give it more capacity; a shorter checkpoint interval does not help.`,
      path: capacityPath(request),
      evidence: [evidence('capacity', capacity), evidence('load', recordsPerSecond)],
      reference: 'F3.2',
    },
  ];
}

function missesTarget(request: RecoveryRequest, { times, needed }: Judged): RecoveryFinding[] {
  const { targetMs } = request;
  const catchUp = times?.catchUp ?? null;
  if (targetMs === undefined || needed === null || catchUp === null || catchUp.value <= targetMs) return [];
  return [
    {
      ruleId: 'recovery-misses-target',
      severity: 'warning',
      title: 'The catch-up takes longer than its target',
      message: `It takes ${seconds(catchUp.value)} where ${seconds(targetMs)} are wanted; a capacity of ${records(needed.value)} meets that.`,
      path: '/targetMs',
      evidence: [evidence('catch-up', catchUp), evidence('capacity that meets it', needed)],
      reference: 'F3.2',
    },
  ];
}

function modelsDisagree(request: RecoveryRequest, { needed, autoscaler }: Judged): RecoveryFinding[] {
  if (needed === null || autoscaler === null || request.targetMs === undefined) return [];
  if (autoscaler.value === Math.round(needed.value)) return [];
  const [more, less] = autoscaler.value > needed.value ? ['more', 'larger'] : ['less', 'smaller'];
  return [
    {
      ruleId: 'autoscaler-aims-elsewhere',
      severity: 'info',
      title: `Flink’s autoscaler aims for ${more} than the catch-up needs`,
      message: `To catch up within the target takes ${records(needed.value)}; the autoscaler aims for ${records(autoscaler.value)}. It divides the load by its target utilization, which makes its figure larger, and knows nothing of the rewind to the last completed checkpoint, which makes it smaller: here the former is the ${less}.`,
      path: '/targetMs',
      evidence: [evidence('for the target', needed), evidence('autoscaler', autoscaler)],
      reference: 'F2.2',
    },
  ];
}

function measuredWithout({ cluster }: RecoveryRequest): RecoveryFinding[] {
  if (cluster?.measuredWithCheckpointing !== false) return [];
  return [
    {
      ruleId: 'capacity-measured-without-checkpointing',
      severity: 'warning',
      title: 'The capacity was measured without checkpointing',
      message:
        'Checkpoints take network, disk and CPU from the job, while it catches up too: this recovery is too good. Establish the baseline with checkpointing enabled.',
      path: '/cluster/measuredWithCheckpointing',
      evidence: [
        {
          name: 'measured with checkpointing',
          value: false,
          unit: 'flag',
          from: '/cluster/measuredWithCheckpointing',
        },
      ],
      reference: 'F3.2',
    },
  ];
}

function blobPressure({ blobs }: Judged): RecoveryFinding[] {
  if (blobs === null || blobs.overflow.value === 0 || blobs.pressure.servedBy !== 'JOB_MANAGER') return [];
  const { simultaneousRequests, acceptable, overflow } = blobs.pressure;
  return [
    {
      ruleId: 'blob-server-overflows',
      severity: 'warning',
      title: 'More TaskManagers ask the JobManager for files than it can take',
      message: `${simultaneousRequests} requests come at once, ${acceptable} are served or wait, ${overflow} are turned away and tried again. Raise blob.fetch.num-concurrent and the operating system’s somaxconn, put jars into the image, or use high availability, whose store is asked first.`,
      path: '/cluster/blobs',
      evidence: [
        evidence('turned away', blobs.overflow),
        evidence('time to fetch all, at least', blobs.time),
      ],
      reference: 'F10.1',
    },
  ];
}

function retentionTooShort({ retention }: Judged): RecoveryFinding[] {
  if (retention === null || retention.retention.keepsAll) return [];
  const { oldest, lostAfter } = retention;
  const late = oldest.value > retention.given.value;
  return [
    {
      ruleId: 'source-retention-too-short',
      severity: 'error',
      title: 'The source forgets records before they are read',
      message: late
        ? `The job must read again from ${seconds(oldest.value)} ago, and the source keeps ${seconds(retention.given.value)}: what is older is lost. Raise retention.ms, or restore sooner.`
        : `The job falls further behind while it runs: after ${seconds(lostAfter?.value ?? 0)} records are gone before they are read. Give it more capacity than load.`,
      path: '/scenario/sourceRetention',
      evidence: [
        evidence('age', oldest),
        evidence('retention', retention.given),
        ...(lostAfter === null ? [] : [evidence('lost after', lostAfter)]),
      ],
      reference: 'F3.3',
    },
  ];
}

/** What each failure of a task or a TaskManager would spare with copies on the TaskManagers' own disks. */
function localRecovery(request: RecoveryRequest): RecoveryFinding[] {
  const { scenario, downtime } = request;
  const ofOne = scenario?.failure === 'TASK' || scenario?.failure === 'TASK_MANAGER';
  if (
    scenario === undefined ||
    !ofOne ||
    scenario.localRecovery === true ||
    downtime?.restoreMs !== undefined
  )
    return [];
  const now = restore(request);
  const then = restore({ ...request, scenario: { ...scenario, localRecovery: true } });
  if (now === null || then === null || then.time.value >= now.time.value) return [];
  const version = versionOf(request);
  const set: Record<string, string> = isFrom(version, 2, 0)
    ? {
        'execution.checkpointing.local-backup.enabled': 'true',
        'execution.state-recovery.from-local': 'true',
      }
    : { 'state.backend.local-recovery': 'true' };
  return [
    {
      ruleId: 'local-recovery-would-shorten-the-restore',
      severity: 'info',
      title: 'Local recovery would shorten the restore',
      message: `${now.restore.downloadingTaskManagers} TaskManagers fetch their state from the store, in ${seconds(now.time.value)}. With local recovery in Flink ${versionText(version)} ${then.restore.downloadingTaskManagers} would, in ${seconds(then.time.value)}; it takes as much disk again.`,
      path: '/scenario/localRecovery',
      evidence: [evidence('restore', now.time)],
      fix: { set, unset: [] },
      reference: 'F4.10',
    },
  ];
}

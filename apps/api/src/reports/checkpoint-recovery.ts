import type { PlanCheckpointing } from '@plimsoll/planner';
import { type CheckpointView, dataOf, softness, whyOf } from './checkpoint-figures.js';
import { settingsOf } from './checkpoint-timeline.js';
import { figure, numbered } from './figures.js';
import { type Html, html } from './html.js';
import { recoveryStrip } from './recovery-strip.js';
import { inColumn, type Scale, scaleFor } from './scales.js';
import { comparedTime, timeScale } from './time-scales.js';

type Recovery = NonNullable<PlanCheckpointing['recovery']>;

/** What a failure costs: the outage by its parts to scale, the rewind, and what must be worked through before there is no lag. */
export function checkpointRecovery(view: CheckpointView): Html | null {
  const { recovery } = view.planned;
  if (recovery === null) return null;
  const scale = timeScale(Math.max(recovery.recoveryMs ?? 0, recovery.downtimeMs ?? 0, recovery.rewindMs));
  return html`<h3>Recovery from a failure</h3>
<p class="lead">${leadOf(recovery)}</p>
${recoveryStrip(recovery)}<div class="ck-pair"><div>${recoveryTable(recovery, view, scale)}</div>
<div>${notesOf(recovery, view).map((note) => html`<p class="table-note">${note}</p>`)}</div></div>
`;
}

const FAILURES: Readonly<Record<string, string>> = {
  TASK: 'a task fails',
  TASK_MANAGER: 'a TaskManager is lost',
  JOB_MANAGER: 'the JobManager is lost',
  CLUSTER: 'the whole cluster is lost',
};

function leadOf({ asked, of, restartsByItself, feasible }: Recovery): string {
  const { failure, localRecovery } = asked.scenario ?? {};
  const what = FAILURES[failure ?? ''] ?? 'a failure';
  const local = localRecovery === true ? ', with local recovery' : '';
  const verdict = !restartsByItself
    ? ' Nothing restarts the job: somebody must.'
    : feasible
      ? ''
      : ' The job never catches up: it works through no more than comes in.';
  return `Where ${what}${local}, ${settingsOf(of)}.${verdict}`;
}

interface Row {
  readonly name: string;
  readonly key: string;
  readonly worst: number | null;
  /** With the mean rewind; undefined: it does not depend on the rewind. */
  readonly mean?: { readonly key: string; readonly value: number | null };
  readonly sw?: string;
  readonly unit?: 'count';
  readonly total?: boolean;
}

const NEVER = 'never';

function recoveryTable(recovery: Recovery, view: CheckpointView, scale: Scale): Html {
  const { downtime, downtimeMs, rewindMs, lagRecords, catchUpMs, recoveryMs, mean } = recovery;
  const count = scaleFor('count', lagRecords ?? 0);
  const rows: Row[] = [
    { name: 'Detection', key: 'downtime', worst: downtime.detectMs, sw: 'other' },
    { name: 'Restart', key: 'downtime.restart', worst: downtime.restartMs, sw: 'heap' },
    { name: 'Restore', key: 'downtime.restore', worst: downtime.restoreMs, sw: 'checkpoint' },
    { name: 'Down', key: 'downtime', worst: downtimeMs, total: true },
    {
      name: 'Rewind',
      key: 'rewind.worst',
      worst: rewindMs,
      ...(mean !== null && { mean: { key: 'rewind.mean', value: mean.rewindMs } }),
    },
    {
      name: 'Lag when it runs again',
      key: 'lag',
      worst: lagRecords,
      unit: 'count',
      ...(mean !== null && { mean: { key: 'mean.lag', value: mean.lagRecords } }),
    },
    {
      name: 'Catch-up',
      key: 'catchUp',
      worst: catchUpMs,
      sw: 'kafka',
      ...(mean !== null && { mean: { key: 'mean.catchUp', value: mean.catchUpMs } }),
    },
  ];
  const end: Row = {
    name: 'From the failure to no lag',
    key: 'recovery',
    worst: recoveryMs,
    ...(mean !== null && { mean: { key: 'mean.recovery', value: mean.recoveryMs } }),
  };
  return html`<table class="ledger ck-recovery"><caption><b>Where the time goes</b><span>On average a failure comes midway between two checkpoints.</span></caption>
<thead><tr><th scope="col">Part</th><th scope="col">At worst, ${scale.name}</th>${mean !== null && html`<th scope="col">On average</th>`}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
<tfoot>${row(end)}</tfoot></table>
`;

  function row({ name, key, worst, mean: other, sw, unit, total }: Row): Html {
    const records = unit === 'count' ? `, ${count.name === '' ? 'records' : `${count.name} records`}` : '';
    const label = html`${sw && html`<span class="sw ${sw}"></span>`}${name}${records}${softness(view, ['recovery', key])}`;
    const average = other ?? { key, value: worst };
    return html`<tr${total && html` class="holds"`}><th scope="row">${label}</th>${cell(key, worst, unit)}${mean !== null && cell(average.key, average.value, unit)}</tr>
`;
  }

  function cell(key: string, value: number | null, unit: Row['unit']): Html {
    if (value === null) return html`<td>${NEVER}</td>`;
    const text = inColumn(value, unit === 'count' ? count : scale);
    return html`<td>${dataOf(view, ['recovery', key], value, text)}</td>`;
  }
}

/** What is read, by whom; what capacity would do; whether Kafka keeps the records that long. */
function notesOf(recovery: Recovery, view: CheckpointView): Html[] {
  const { restore, retention, blobs, asked } = recovery;
  const why = (key: string, text: string) => whyOf(view, ['recovery', key], text);
  const asks = (name: string, value: number): Html =>
    view.anchors.why(`/checkpointing/recovery/asked/${name}`, figure('perSecond', value));
  const notes: Html[] = [
    html`Records come in at ${asks('recordsPerSecond', recovery.recordsPerSecond)}, and the job works through ${asks('capacityRecordsPerSecond', recovery.capacityRecordsPerSecond)}.`,
  ];
  if (restore !== null && restore.bytes > 0) {
    const rate =
      restore.bytesPerSecondPerTaskManager === null
        ? ''
        : ` at ${figure('bytesPerSecond', restore.bytesPerSecondPerTaskManager)}, bound by ${restore.boundBy ?? 'nothing that is given'}`;
    const { downloadingTaskManagers: readers } = restore;
    const fullest = html`${why('restore.bytesPerTaskManager', figure('bytes', restore.bytesPerTaskManager))}${rate}`;
    notes.push(
      readers === 1
        ? html`One TaskManager reads ${fullest} from the checkpoint store.`
        : html`${numbered(readers, 'TaskManager')} read ${why('restore.bytes', figure('bytes', restore.bytes))} from the checkpoint store, the fullest of them ${fullest}.`,
    );
  }
  const { capacityForRecoveryRecordsPerSecond: needed, autoscalerTargetRecordsPerSecond: aims } = recovery;
  if (asked.targetMs !== undefined) {
    const target = comparedTime(asked.targetMs);
    notes.push(
      needed === null
        ? html`No capacity is back within the ${target} that are asked for: the downtime alone takes as long.`
        : html`To be back within ${target} it takes a capacity of ${why('capacityForRecovery', figure('perSecond', needed))}.`,
    );
  }
  const own = recovery.autoscalerOwnTargetRecordsPerSecond;
  notes.push(
    html`Flink’s autoscaler would aim for ${why('autoscaler.own', figure('perSecond', own))} by its own settings${aims !== null && html`, and for ${why('autoscaler.target', figure('perSecond', aims))} with this downtime and target`}.`,
  );
  if (blobs !== null)
    notes.push(
      html`${numbered(blobs.simultaneousRequests, 'request')} for files come at once${blobs.overflow > 0 && html`; ${numbered(blobs.overflow, 'request')} of them must try again`}.`,
    );
  if (retention !== null)
    notes.push(
      html`Kafka keeps records for ${comparedTime(retention.retentionMs)}: ${retention.keepsAll ? 'all that must be read again is still there' : 'records are gone before they are read again'}.`,
    );
  return notes;
}

import { derive, type Figure, formula, given } from '@plimsoll/trace';
import { type FlinkVersion, isFrom } from '@plimsoll/units';
import type { RecoveryCluster, RecoveryRequest, RecoveryState } from './request.js';
import type { Restore } from './result.js';
import { givenOrFlink, oneUnless, taskManagers, versionOf } from './scope.js';

/** State on its way back to the TaskManagers: who fetches it, how much, and over the narrowest of four ways. */
export interface RestoreFigures {
  readonly time: Figure<'ms'>;
  readonly restore: Restore;
  readonly figures: readonly Figure[];
}

const BYTES = formula({
  reference: 'F4.10',
  label: 'Bytes that are restored from the store',
  unit: 'bytes',
  inputs: { checkpointBytes: 'bytes', replayBytes: 'bytes', downloading: 'count', taskManagers: 'count' },
  text: '(checkpointBytes + replayBytes) × downloading ÷ taskManagers',
  compute: ({ checkpointBytes, replayBytes, downloading, taskManagers: all }) =>
    ((checkpointBytes + replayBytes) * downloading) / all,
});

const BYTES_EACH = formula({
  reference: 'F4.10',
  label: 'Bytes that the fullest TaskManager restores',
  unit: 'bytes',
  inputs: { checkpointBytes: 'bytes', replayBytes: 'bytes', taskManagers: 'count', imbalance: 'ratio' },
  text: '(checkpointBytes + replayBytes) ÷ taskManagers × imbalance',
  compute: ({ checkpointBytes, replayBytes, taskManagers: all, imbalance }) =>
    ((checkpointBytes + replayBytes) / all) * imbalance,
});

const OF_MACHINE = formula({
  reference: 'F4.10',
  label: 'What each restoring TaskManager has of its machine',
  unit: 'bytesPerSecond',
  inputs: { bandwidth: 'bytesPerSecond', taskManagersPerMachine: 'count', downloading: 'count' },
  text: 'bandwidth ÷ min(taskManagersPerMachine, downloading)',
  compute: ({ bandwidth, taskManagersPerMachine, downloading }) =>
    bandwidth / Math.min(taskManagersPerMachine, downloading),
});

const CONNECTIONS = formula({
  reference: 'F4.10',
  label: 'What a TaskManager’s connections to the store carry',
  unit: 'bytesPerSecond',
  inputs: { connectionBandwidth: 'bytesPerSecond', threads: 'count', slots: 'count' },
  text: 'connectionBandwidth × threads × slots',
  compute: ({ connectionBandwidth, threads, slots }) => connectionBandwidth * threads * slots,
});

const OF_STORE = formula({
  reference: 'F4.10',
  label: 'What each restoring TaskManager has of the store',
  unit: 'bytesPerSecond',
  inputs: { storeBandwidth: 'bytesPerSecond', downloading: 'count' },
  text: 'storeBandwidth ÷ downloading',
  compute: ({ storeBandwidth, downloading }) => storeBandwidth / downloading,
});

const TIME = formula({
  reference: 'F4.10',
  label: 'Restore of the state',
  unit: 'ms',
  inputs: { restoreBytes: 'bytes', restoreRate: 'bytesPerSecond' },
  text: 'restoreBytes ÷ restoreRate × 1 s',
  compute: ({ restoreBytes, restoreRate }) => (restoreBytes / restoreRate) * 1000,
});

/** Who has no copy of its own: with local recovery only what was lost; a new JobManager places tasks anew, so then all. */
export function downloadingTaskManagers({ scenario }: RecoveryRequest, all: number): number {
  if (scenario?.localRecovery !== true) return all;
  if (scenario.failure === 'TASK') return 0;
  return scenario.failure === 'TASK_MANAGER' ? Math.min(scenario.lostTaskManagers ?? 1, all) : all;
}

/** Null where the request does not say how much there is, or for how many TaskManagers. */
export function restore(
  request: RecoveryRequest,
  downloaders?: number,
  prefix = 'restore',
): RestoreFigures | null {
  const { state, cluster } = request;
  const all = taskManagers(request);
  if (state === undefined || cluster === undefined || all === undefined) return null;
  const downloading = downloaders ?? downloadingTaskManagers(request, all);
  if (downloading === 0 || state.totalBytes + (state.replayBytes ?? 0) === 0) return nothing(downloading);
  const count = given('count', downloading, '/scenario');
  const narrowest = bounds(cluster, count, versionOf(request), prefix).reduce<Bound | null>(
    (least, bound) => (least === null || bound.rate.value < least.rate.value ? bound : least),
    null,
  );
  if (narrowest === null) return null;
  const parts = stateParts(state, all);
  const bytes = derive(`${prefix}.bytes`, BYTES, {
    ...parts,
    downloading: count,
  });
  const each = derive(`${prefix}.bytesPerTaskManager`, BYTES_EACH, {
    ...parts,
    imbalance: given('ratio', state.imbalance ?? 1, '/state/imbalance'),
  });
  const time = derive(
    prefix === 'restore' ? 'downtime.restore' : `${prefix}.time`,
    TIME,
    { restoreBytes: each, restoreRate: narrowest.rate },
    `bound by ${narrowest.name}`,
  );
  return {
    time,
    figures: [bytes, time],
    restore: {
      downloadingTaskManagers: downloading,
      bytes: bytes.value,
      bytesPerTaskManager: each.value,
      bytesPerSecondPerTaskManager: narrowest.rate.value,
      boundBy: narrowest.name,
    },
  };
}

const stateParts = (state: RecoveryState, all: number) => ({
  checkpointBytes: given('bytes', state.totalBytes, '/state/totalBytes'),
  replayBytes: given('bytes', state.replayBytes ?? 0, '/state/replayBytes'),
  taskManagers: given('count', all, '/cluster/machines'),
});

const nothing = (downloading: number): RestoreFigures => ({
  time: given('ms', 0, downloading === 0 ? '/scenario/localRecovery' : '/state/totalBytes'),
  figures: [],
  restore: {
    downloadingTaskManagers: downloading,
    bytes: 0,
    bytesPerTaskManager: 0,
    bytesPerSecondPerTaskManager: null,
    boundBy: null,
  },
});

interface Bound {
  readonly name: string;
  readonly rate: Figure<'bytesPerSecond'>;
}

function bounds(
  cluster: RecoveryCluster,
  downloading: Figure<'count'>,
  version: FlinkVersion,
  prefix: string,
): Bound[] {
  const perMachine = oneUnless(cluster.taskManagersPerMachine, '/cluster/taskManagersPerMachine');
  const ofMachine = (name: string, key: string, value: number | undefined, pointer: string): Bound[] =>
    value === undefined
      ? []
      : [
          {
            name,
            rate: derive(`${prefix}.${key}`, OF_MACHINE, {
              bandwidth: given('bytesPerSecond', value, pointer),
              taskManagersPerMachine: perMachine,
              downloading,
            }),
          },
        ];
  return [
    ...ofMachine('network in', 'networkIn', cluster.networkIn, '/cluster/networkIn'),
    ...ofMachine('disk write', 'diskWrite', cluster.diskWriteBandwidth, '/cluster/diskWriteBandwidth'),
    ...connections(cluster, version, prefix),
    ...store(cluster, downloading, prefix),
  ];
}

/** One thread of each stateful operator up to 1.12, four from 1.13 on. */
function connections(cluster: RecoveryCluster, version: FlinkVersion, prefix: string): Bound[] {
  if (cluster.storeConnectionBandwidth === undefined) return [];
  const rate = derive(`${prefix}.connections`, CONNECTIONS, {
    connectionBandwidth: given(
      'bytesPerSecond',
      cluster.storeConnectionBandwidth,
      '/cluster/storeConnectionBandwidth',
    ),
    threads: givenOrFlink(
      'count',
      cluster.transferThreads,
      '/cluster/transferThreads',
      'state.backend.rocksdb.checkpoint.transfer.thread.num',
      isFrom(version, 1, 13) ? 4 : 1,
    ),
    slots: oneUnless(cluster.slotsPerTaskManager, '/cluster/slotsPerTaskManager'),
  });
  return [{ name: 'connections to the store', rate }];
}

function store(cluster: RecoveryCluster, downloading: Figure<'count'>, prefix: string): Bound[] {
  if (cluster.storeBandwidth === undefined) return [];
  const rate = derive(`${prefix}.store`, OF_STORE, {
    storeBandwidth: given('bytesPerSecond', cluster.storeBandwidth, '/cluster/storeBandwidth'),
    downloading,
  });
  return [{ name: 'the store', rate }];
}

export const RESTORE_FORMULAS = [BYTES, BYTES_EACH, OF_MACHINE, CONNECTIONS, OF_STORE, TIME];

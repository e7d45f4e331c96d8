import { derive, type Figure, formula, given } from '@plimsoll/trace';
import { transferThreads } from '../duration/upload-rate.js';
import { detection } from '../recovery/detection.js';
import type { RecoveryRequest, RecoveryScenario } from '../recovery/index.js';
import { restart } from '../recovery/restart.js';
import { restartDelay } from '../recovery/restart-delay.js';
import type { CheckpointFacts, CheckpointTuningRequest } from './request.js';

/** From a failure to tasks that run again. `total` is null where nothing but a person restarts the job. */
export interface Downtime {
  readonly scenario: RecoveryScenario;
  readonly restore: Figure<'ms'>;
  readonly total: Figure<'ms'> | null;
}

const WAY_BACK = formula({
  reference: 'F4.10',
  label: 'What a machine reads its state with',
  unit: 'bytesPerSecond',
  inputs: {
    network: 'bytesPerSecond',
    disk: 'bytesPerSecond',
    connections: 'bytesPerSecond',
    store: 'bytesPerSecond',
  },
  text: 'min(network, disk, connections, store)',
  compute: ({ network, disk, connections, store }) => Math.min(network, disk, connections, store),
});

const CONNECTIONS = formula({
  reference: 'F4.10',
  label: 'What a machine’s connections to the store carry',
  unit: 'bytesPerSecond',
  inputs: { connection: 'bytesPerSecond', threads: 'count', slots: 'count', taskManagers: 'count' },
  text: 'connection × threads × slots × taskManagers',
  compute: ({ connection, threads, slots, taskManagers }) => connection * threads * slots * taskManagers,
});

const STORE = formula({
  reference: 'F4.10',
  label: 'What a machine has of the store',
  unit: 'bytesPerSecond',
  inputs: { store: 'bytesPerSecond', machines: 'count' },
  text: 'store ÷ machines',
  compute: ({ store, machines }) => store / machines,
});

const RESTORE = formula({
  reference: 'F4.10',
  label: 'Restore of the state',
  unit: 'ms',
  inputs: { stateBytes: 'bytes', fullestMachineShare: 'ratio', wayBack: 'bytesPerSecond' },
  text: 'stateBytes × fullestMachineShare ÷ wayBack × 1 s',
  compute: ({ stateBytes, fullestMachineShare, wayBack }) =>
    ((stateBytes * fullestMachineShare) / wayBack) * 1000,
});

const DOWNTIME = formula({
  reference: 'F3.2',
  label: 'Downtime',
  unit: 'ms',
  inputs: { detect: 'ms', restart: 'ms', restore: 'ms' },
  text: 'detect + restart + restore',
  compute: ({ detect, restart: restarted, restore: restored }) => detect + restarted + restored,
});

/** What is assumed to fail where a request names nothing: a machine, with its TaskManagers. */
const A_MACHINE: RecoveryScenario = { failure: 'TASK_MANAGER' };

export function downtime(request: CheckpointTuningRequest, stateBytes: Figure<'bytes'>): Downtime {
  const { facts } = request;
  const scenario = request.failures?.scenario ?? A_MACHINE;
  const restored = restore(facts, scenario, stateBytes);
  const parts = detectAndRestart(request, scenario);
  const total = parts === null ? null : derive('downtime', DOWNTIME, { ...parts, restore: restored });
  return { scenario, restore: restored, total };
}

function restore(
  facts: CheckpointFacts,
  scenario: RecoveryScenario,
  stateBytes: Figure<'bytes'>,
): Figure<'ms'> {
  if (scenario.failure === 'TASK' && scenario.localRecovery === true) {
    return given('ms', 0, '/failures/scenario/localRecovery');
  }
  const { fullestMachineShare } = facts;
  return derive('downtime.restore', RESTORE, { stateBytes, fullestMachineShare, wayBack: wayBack(facts) });
}

/** The job is down, so the whole of the network and of the disk is free for its state. */
function wayBack(facts: CheckpointFacts): Figure<'bytesPerSecond'> {
  const network = facts.networkIn.capacity;
  const { diskWrite, storeConnection, storeTotal, machines } = facts;
  if (diskWrite === undefined && storeConnection === undefined && storeTotal === undefined) return network;
  return derive('downtime.wayBack', WAY_BACK, {
    network,
    disk: diskWrite?.capacity ?? network,
    connections:
      storeConnection === undefined
        ? network
        : derive('downtime.connections', CONNECTIONS, {
            connection: storeConnection,
            threads: transferThreads(facts),
            slots: facts.slotsPerTaskManager,
            taskManagers: facts.taskManagersPerMachine,
          }),
    store:
      storeTotal === undefined ? network : derive('downtime.store', STORE, { store: storeTotal, machines }),
  });
}

function detectAndRestart(
  { flinkVersion, facts }: CheckpointTuningRequest,
  scenario: RecoveryScenario,
): { readonly detect: Figure<'ms'>; readonly restart: Figure<'ms'> } | null {
  const recordsPerSecond = facts.recordsPerSecond.value;
  const asked: RecoveryRequest =
    flinkVersion === undefined
      ? { recordsPerSecond, scenario }
      : { flinkVersion, recordsPerSecond, scenario };
  const detect = detection(asked, scenario);
  if (detect === null) return null;
  if (scenario.failure === 'JOB_MANAGER' || scenario.failure === 'CLUSTER') {
    return { detect, restart: restart(scenario, null, null) };
  }
  const delay = restartDelay(asked, scenario);
  return delay.kind === 'restarts' ? { detect, restart: restart(scenario, delay.delay, null) } : null;
}

export const DOWNTIME_FORMULAS = [WAY_BACK, CONNECTIONS, STORE, RESTORE, DOWNTIME];

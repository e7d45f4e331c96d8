import { derive, type Figure, flinkDefault, formula, given, parameter } from '@plimsoll/trace';
import type { CheckpointFacts } from '../tuning/request.js';
import { ALIGNED_THREADS } from './parameters.js';

/** The narrowest way from a machine to the checkpoint store. */
export interface UploadRate {
  readonly rate: Figure<'bytesPerSecond'>;
  /** For people. */
  readonly boundBy: string;
  readonly ways: readonly Way[];
}

export interface Way {
  readonly name: string;
  readonly rate: Figure<'bytesPerSecond'>;
}

const LEFT = formula({
  reference: 'F5.3',
  label: 'Bandwidth that the job leaves',
  unit: 'bytesPerSecond',
  inputs: { capacity: 'bytesPerSecond', load: 'bytesPerSecond' },
  text: 'capacity − load',
  compute: ({ capacity, load }) => capacity - load,
});

const READ_BACK = formula({
  reference: 'F1.10',
  label: 'Upload that the network in can read back meanwhile',
  unit: 'bytesPerSecond',
  inputs: { capacity: 'bytesPerSecond', load: 'bytesPerSecond', readBackRatio: 'ratio' },
  text: '(capacity − load) ÷ readBackRatio',
  compute: ({ capacity, load, readBackRatio }) => (capacity - load) / readBackRatio,
});

const CONNECTIONS = formula({
  reference: 'F5.3',
  label: 'What a machine’s connections to the store carry',
  unit: 'bytesPerSecond',
  inputs: { connection: 'bytesPerSecond', threads: 'count', slots: 'count', taskManagers: 'count' },
  text: 'connection × threads × slots × taskManagers',
  compute: ({ connection, threads, slots, taskManagers }) => connection * threads * slots * taskManagers,
});

const STORE = formula({
  reference: 'F5.3',
  label: 'What a machine has of the store',
  unit: 'bytesPerSecond',
  inputs: { store: 'bytesPerSecond', machines: 'count' },
  text: 'store ÷ machines',
  compute: ({ store, machines }) => store / machines,
});

/** Threads of one slot that transfer files of RocksDB; ForSt's are set by a key of its own, with the same default. */
export const transferThreads = ({ stateBackend }: CheckpointFacts): Figure<'count'> =>
  stateBackend === 'hashmap'
    ? parameter(ALIGNED_THREADS)
    : flinkDefault('count', 4, 'state.backend.rocksdb.checkpoint.transfer.thread.num');

/** Of the machine with most state; not positive where nothing is left. */
export function uploadRate(facts: CheckpointFacts): UploadRate {
  const { networkOut, networkIn, diskRead, uploadLimit, storeConnection, storeTotal } = facts;
  const ways: Way[] = [{ name: 'network out', rate: derive('upload.networkOut', LEFT, networkOut) }];
  const { readBackRatio } = facts;
  if (readBackRatio !== undefined && readBackRatio.value > 0) {
    ways.push({
      name: 'network in',
      rate: derive('upload.networkIn', READ_BACK, { ...networkIn, readBackRatio }),
    });
  }
  if (diskRead !== undefined) {
    ways.push({ name: 'state disk', rate: derive('upload.disk', LEFT, diskRead) });
  }
  if (storeConnection !== undefined) {
    const rate = derive('upload.connections', CONNECTIONS, {
      connection: storeConnection,
      threads: transferThreads(facts),
      slots: facts.slotsPerTaskManager,
      taskManagers: facts.taskManagersPerMachine,
    });
    ways.push({ name: 'connections to the store', rate });
  }
  if (storeTotal !== undefined) {
    const rate = derive('upload.store', STORE, { store: storeTotal, machines: facts.machines });
    ways.push({ name: 'checkpoint store', rate });
  }
  if (uploadLimit !== undefined) ways.push({ name: 'the given upload rate', rate: uploadLimit });
  const [first, ...rest] = ways;
  const narrowest = rest.reduce(
    (least, way) => (way.rate.value < least.rate.value ? way : least),
    first ?? { name: 'nothing', rate: given('bytesPerSecond', 0, '/cluster/machine') },
  );
  return { rate: narrowest.rate, boundBy: narrowest.name, ways };
}

export const UPLOAD_RATE_FORMULAS = [LEFT, READ_BACK, CONNECTIONS, STORE];

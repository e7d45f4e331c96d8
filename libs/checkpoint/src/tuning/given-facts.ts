import { type Figure, given } from '@plimsoll/trace';
import type { Unit } from '@plimsoll/units';
import type { SnapshotBackend } from '../size/state.js';
import type { Bandwidth, CheckpointFacts } from './request.js';

/** The facts of a job as plain numbers: bytes, milliseconds, per second. Where nothing is said, state is spread evenly over one slot each. */
export interface PlainFacts {
  readonly stateBackend: SnapshotBackend;
  readonly states: readonly PlainState[];
  readonly machines: number;
  readonly taskManagersPerMachine?: number;
  readonly slotsPerTaskManager?: number;
  readonly fullestMachineShare?: number;
  readonly networkOut: PlainBandwidth;
  readonly networkIn: PlainBandwidth;
  readonly diskRead?: PlainBandwidth;
  readonly diskWrite?: PlainBandwidth;
  readonly readBackRatio?: number;
  readonly uploadLimit?: number;
  readonly storeConnection?: number;
  readonly storeTotal?: number;
  readonly recordsPerSecond: number;
  readonly capacityRecordsPerSecond: number;
  readonly exchanges?: readonly {
    readonly id: string;
    readonly inFlightBytes: number;
    readonly bytesPerSecond: number;
  }[];
  readonly exactlyOnceSink?: boolean;
  readonly trigger?: number;
  readonly sync?: number;
  readonly slowdown?: number;
  readonly compression?: number;
  readonly usdPerMonth?: number;
}

export interface PlainState {
  readonly id: string;
  readonly entries: number;
  readonly snapshotEntryBytes: number;
  readonly updatesPerSecond: number;
  readonly keys?: number;
  readonly entriesPerUpdate?: number;
  readonly zipfExponent?: number;
}

export interface PlainBandwidth {
  readonly capacity: number;
  readonly load?: number;
}

/** Facts from plain numbers, each pointing at its place below `/facts`. */
export function givenFacts(plain: PlainFacts): CheckpointFacts {
  const fact = <U extends Unit>(unit: U, value: number, name: string): Figure<U> =>
    given(unit, value, `/facts/${name}`);
  const maybe = <U extends Unit, N extends string>(
    unit: U,
    name: N,
    value: number | undefined,
  ): { readonly [Name in N]?: Figure<U> } =>
    value === undefined ? {} : ({ [name]: fact(unit, value, name) } as { readonly [Name in N]?: Figure<U> });
  const bandwidth = (name: string, { capacity, load }: PlainBandwidth): Bandwidth => ({
    capacity: fact('bytesPerSecond', capacity, `${name}/capacity`),
    load: fact('bytesPerSecond', load ?? 0, `${name}/load`),
  });
  const { diskRead, diskWrite, usdPerMonth } = plain;
  return {
    stateBackend: plain.stateBackend,
    states: plain.states.map((state, at) => {
      const of = `states/${at}`;
      return {
        id: state.id,
        entries: fact('count', state.entries, `${of}/entries`),
        snapshotEntryBytes: fact('bytes', state.snapshotEntryBytes, `${of}/snapshotEntryBytes`),
        updatesPerSecond: fact('perSecond', state.updatesPerSecond, `${of}/updatesPerSecond`),
        ...maybe('count', 'keys', state.keys),
        ...maybe('count', 'entriesPerUpdate', state.entriesPerUpdate),
        ...maybe('ratio', 'zipfExponent', state.zipfExponent),
      };
    }),
    machines: fact('count', plain.machines, 'machines'),
    taskManagersPerMachine: fact('count', plain.taskManagersPerMachine ?? 1, 'taskManagersPerMachine'),
    slotsPerTaskManager: fact('count', plain.slotsPerTaskManager ?? 1, 'slotsPerTaskManager'),
    fullestMachineShare: fact(
      'ratio',
      plain.fullestMachineShare ?? 1 / plain.machines,
      'fullestMachineShare',
    ),
    networkOut: bandwidth('networkOut', plain.networkOut),
    networkIn: bandwidth('networkIn', plain.networkIn),
    ...(diskRead === undefined ? {} : { diskRead: bandwidth('diskRead', diskRead) }),
    ...(diskWrite === undefined ? {} : { diskWrite: bandwidth('diskWrite', diskWrite) }),
    ...maybe('ratio', 'readBackRatio', plain.readBackRatio),
    ...maybe('bytesPerSecond', 'uploadLimit', plain.uploadLimit),
    ...maybe('bytesPerSecond', 'storeConnection', plain.storeConnection),
    ...maybe('bytesPerSecond', 'storeTotal', plain.storeTotal),
    recordsPerSecond: fact('perSecond', plain.recordsPerSecond, 'recordsPerSecond'),
    capacityRecordsPerSecond: fact('perSecond', plain.capacityRecordsPerSecond, 'capacityRecordsPerSecond'),
    exchanges: (plain.exchanges ?? []).map(({ id, inFlightBytes, bytesPerSecond }, at) => ({
      id,
      inFlightBytes: fact('bytes', inFlightBytes, `exchanges/${at}/inFlightBytes`),
      bytesPerSecond: fact('bytesPerSecond', bytesPerSecond, `exchanges/${at}/bytesPerSecond`),
    })),
    exactlyOnceSink: plain.exactlyOnceSink ?? false,
    ...maybe('ms', 'trigger', plain.trigger),
    ...maybe('ms', 'sync', plain.sync),
    ...maybe('ratio', 'slowdown', plain.slowdown),
    ...maybe('ratio', 'compression', plain.compression),
    ...(usdPerMonth === undefined ? {} : { usdPerMonth }),
  };
}

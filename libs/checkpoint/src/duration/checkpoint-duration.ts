import { derive, type Figure, formula, given, parameter } from '@plimsoll/trace';
import { fullBytes, fullSize, incrementalBytes, incrementalSize } from '../size/checkpoint-size.js';
import { NO_COMPRESSION } from '../size/parameters.js';
import type { CheckpointFacts } from '../tuning/request.js';
import { alignment, type BarrierKind, inFlightBytes } from './alignment.js';
import { SYNC_PART, TRIGGER } from './parameters.js';
import { type UploadRate, uploadRate } from './upload-rate.js';

/** How snapshots are made: what they write, and how their barriers travel. */
export interface SnapshotKind {
  readonly incremental: boolean;
  readonly barriers: BarrierKind;
}

/** One checkpoint at an interval: every part of its duration, as figures. */
export interface CheckpointFigures {
  readonly kind: SnapshotKind;
  readonly full: Figure<'bytes'>;
  readonly bytes: Figure<'bytes'>;
  readonly machineBytes: Figure<'bytes'>;
  readonly trigger: Figure<'ms'>;
  readonly alignment: Figure<'ms'>;
  readonly sync: Figure<'ms'>;
  readonly upload: Figure<'ms'>;
  readonly duration: Figure<'ms'>;
}

const MACHINE_BYTES = formula({
  reference: 'F5.3',
  label: 'Bytes that the fullest machine uploads',
  unit: 'bytes',
  inputs: { checkpointBytes: 'bytes', fullestMachineShare: 'ratio', compression: 'ratio' },
  text: 'checkpointBytes × fullestMachineShare × compression',
  compute: ({ checkpointBytes, fullestMachineShare, compression }) =>
    checkpointBytes * fullestMachineShare * compression,
});

const WITH_IN_FLIGHT = formula({
  reference: 'F5.3',
  label: 'Bytes that the fullest machine uploads, records in flight among them',
  unit: 'bytes',
  inputs: {
    checkpointBytes: 'bytes',
    fullestMachineShare: 'ratio',
    compression: 'ratio',
    inFlight: 'bytes',
    slots: 'count',
    taskManagers: 'count',
  },
  text: 'checkpointBytes × fullestMachineShare × compression + inFlight × slots × taskManagers',
  compute: ({ checkpointBytes, fullestMachineShare, compression, inFlight, slots, taskManagers }) =>
    checkpointBytes * fullestMachineShare * compression + inFlight * slots * taskManagers,
});

const UPLOAD = formula({
  reference: 'F5.3',
  label: 'Upload',
  unit: 'ms',
  inputs: { machineBytes: 'bytes', uploadRate: 'bytesPerSecond' },
  text: 'machineBytes ÷ uploadRate × 1 s',
  compute: ({ machineBytes, uploadRate: rate }) => (machineBytes / rate) * 1000,
});

const DURATION = formula({
  reference: 'F5.3',
  label: 'Duration of a checkpoint',
  unit: 'ms',
  inputs: { trigger: 'ms', alignment: 'ms', sync: 'ms', upload: 'ms' },
  text: 'trigger + alignment + sync + upload',
  compute: ({ trigger, alignment: travel, sync, upload }) => trigger + travel + sync + upload,
});

/** What all kinds of checkpoints of one job share; each a figure that is made once, so that a trace names it once. */
export interface SharedFigures {
  readonly facts: CheckpointFacts;
  readonly trigger: Figure<'ms'>;
  readonly sync: Figure<'ms'>;
  readonly upload: UploadRate;
  readonly full: Figure<'bytes'>;
  readonly compression: Figure<'ratio'>;
  readonly alignment: (barriers: BarrierKind) => Figure<'ms'>;
  /** Records in flight at one slot. */
  readonly inFlight: Figure<'bytes'>;
  readonly fullSizeBytes: number;
}

export function sharedFigures(facts: CheckpointFacts): SharedFigures {
  const alignments = new Map<BarrierKind, Figure<'ms'>>();
  return {
    facts,
    alignment: (barriers) => {
      const known = alignments.get(barriers) ?? alignment(facts.exchanges, barriers);
      alignments.set(barriers, known);
      return known;
    },
    trigger: facts.trigger ?? parameter(TRIGGER),
    sync: facts.sync ?? parameter(SYNC_PART),
    upload: uploadRate(facts),
    full: fullSize(facts.states),
    compression: facts.compression ?? parameter(NO_COMPRESSION),
    inFlight: inFlightBytes(facts.exchanges),
    fullSizeBytes: fullBytes(facts.states),
  };
}

/**
 * Checkpoints of one kind, at whatever interval. A search for intervals computes plainly; only the figures that are shown are
 * traced.
 */
export class CheckpointModel {
  readonly facts: CheckpointFacts;
  readonly alignment: Figure<'ms'>;
  readonly upload: UploadRate;
  private readonly unaligned: boolean;
  private readonly known = new Map<string, CheckpointFigures>();

  constructor(
    private readonly shared: SharedFigures,
    readonly kind: SnapshotKind,
  ) {
    this.facts = shared.facts;
    this.upload = shared.upload;
    this.unaligned = kind.barriers === 'unaligned';
    this.alignment = shared.alignment(kind.barriers);
  }

  /** Whether uploads can end at all. */
  get uploads(): boolean {
    return this.upload.rate.value > 0 || this.isEmpty;
  }

  /** There is nothing to upload, whatever the interval. */
  private get isEmpty(): boolean {
    return this.shared.fullSizeBytes === 0 && !(this.unaligned && this.shared.inFlight.value > 0);
  }

  /** Of a checkpoint without its upload. */
  get fixedMs(): number {
    return this.shared.trigger.value + this.alignment.value + this.shared.sync.value;
  }

  /** Plainly: duration at an interval in milliseconds; infinite where nothing is left to upload with. */
  durationAt(intervalMs: number): number {
    const bytes = this.machineBytesAt(intervalMs);
    const rate = this.upload.rate.value;
    if (rate <= 0) return this.isEmpty ? this.fixedMs : Number.POSITIVE_INFINITY;
    return this.fixedMs + (bytes / rate) * 1000;
  }

  machineBytesAt(intervalMs: number): number {
    const { states, fullestMachineShare, slotsPerTaskManager, taskManagersPerMachine } = this.facts;
    const { compression, fullSizeBytes, inFlight } = this.shared;
    const bytes = this.kind.incremental ? incrementalBytes(states, intervalMs) : fullSizeBytes;
    const snapshot = bytes * fullestMachineShare.value * compression.value;
    return this.unaligned
      ? snapshot + inFlight.value * slotsPerTaskManager.value * taskManagersPerMachine.value
      : snapshot;
  }

  /** @param key tells apart the checkpoints of one trace; full ones are all alike */
  figuresAt(interval: Figure<'ms'>, key: string): CheckpointFigures {
    const name = this.kind.incremental ? key : `checkpoint.${this.kind.barriers}`;
    const figures = this.known.get(name) ?? this.traced(interval, name);
    this.known.set(name, figures);
    return figures;
  }

  private traced(interval: Figure<'ms'>, key: string): CheckpointFigures {
    const { kind, alignment: travel } = this;
    const { trigger, sync, compression, full, upload: way } = this.shared;
    const { states, fullestMachineShare } = this.facts;
    const bytes = kind.incremental ? incrementalSize(states, interval, key) : full;
    const machineBytes = this.machineBytes(key, { checkpointBytes: bytes, fullestMachineShare, compression });
    const rate = way.rate;
    const upload =
      machineBytes.value === 0
        ? given('ms', 0, 'nothing is uploaded')
        : derive(`${key}.upload`, UPLOAD, { machineBytes, uploadRate: rate }, `bound by ${way.boundBy}`);
    const duration = derive(`${key}.duration`, DURATION, { trigger, alignment: travel, sync, upload });
    return { kind, full, bytes, machineBytes, trigger, alignment: travel, sync, upload, duration };
  }

  private machineBytes(
    key: string,
    operands: {
      readonly checkpointBytes: Figure<'bytes'>;
      readonly fullestMachineShare: Figure<'ratio'>;
      readonly compression: Figure<'ratio'>;
    },
  ): Figure<'bytes'> {
    return this.unaligned
      ? derive(`${key}.machineBytes`, WITH_IN_FLIGHT, {
          ...operands,
          inFlight: this.shared.inFlight,
          slots: this.facts.slotsPerTaskManager,
          taskManagers: this.facts.taskManagersPerMachine,
        })
      : derive(`${key}.machineBytes`, MACHINE_BYTES, operands);
  }
}

export const CHECKPOINT_DURATION_FORMULAS = [MACHINE_BYTES, WITH_IN_FLIGHT, UPLOAD, DURATION];

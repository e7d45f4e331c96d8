import { derive, type Figure, formula, parameter } from '@plimsoll/trace';
import { fullBytes, fullSize, incrementalBytes, incrementalSize } from '../size/checkpoint-size.js';
import { NO_COMPRESSION } from '../size/parameters.js';
import type { CheckpointFacts } from '../tuning/request.js';
import { alignment, type BarrierKind } from './alignment.js';
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

/**
 * Checkpoints of one kind, at whatever interval. What does not depend on the interval is kept, so that a search for intervals
 * computes plainly and only the figures that are shown are traced.
 */
export class CheckpointModel {
  readonly trigger: Figure<'ms'>;
  readonly sync: Figure<'ms'>;
  readonly alignment: Figure<'ms'>;
  readonly upload: UploadRate;
  readonly full: Figure<'bytes'>;
  private readonly compression: Figure<'ratio'>;
  private readonly inFlight: Figure<'bytes'> | null;
  private readonly fullSizeBytes: number;

  constructor(
    readonly facts: CheckpointFacts,
    readonly kind: SnapshotKind,
    inFlight: Figure<'bytes'> | null,
  ) {
    this.trigger = facts.trigger ?? parameter(TRIGGER);
    this.sync = facts.sync ?? parameter(SYNC_PART);
    this.alignment = alignment(facts.exchanges, kind.barriers);
    this.upload = uploadRate(facts);
    this.full = fullSize(facts.states);
    this.compression = facts.compression ?? parameter(NO_COMPRESSION);
    this.inFlight = kind.barriers === 'unaligned' ? inFlight : null;
    this.fullSizeBytes = fullBytes(facts.states);
  }

  /** Whether uploads can end at all. */
  get uploads(): boolean {
    return this.upload.rate.value > 0 || this.machineBytesAt(0) === 0;
  }

  /** Time in which a checkpoint keeps tasks from their records (F5.5). */
  get stallMs(): number {
    return this.sync.value + this.alignment.value;
  }

  get fixedMs(): number {
    return this.trigger.value + this.alignment.value + this.sync.value;
  }

  /** Plainly: duration at an interval in milliseconds; infinite where nothing is left to upload with. */
  durationAt(intervalMs: number): number {
    const bytes = this.machineBytesAt(intervalMs);
    if (bytes === 0) return this.fixedMs;
    const rate = this.upload.rate.value;
    return rate > 0 ? this.fixedMs + (bytes / rate) * 1000 : Number.POSITIVE_INFINITY;
  }

  machineBytesAt(intervalMs: number): number {
    const { states, fullestMachineShare, slotsPerTaskManager, taskManagersPerMachine } = this.facts;
    const bytes = this.kind.incremental ? incrementalBytes(states, intervalMs) : this.fullSizeBytes;
    const inFlight = (this.inFlight?.value ?? 0) * slotsPerTaskManager.value * taskManagersPerMachine.value;
    return bytes * fullestMachineShare.value * this.compression.value + inFlight;
  }

  /** @param key tells apart the checkpoints of one trace */
  figuresAt(interval: Figure<'ms'>, key: string): CheckpointFigures {
    const { trigger, sync, compression, kind, full } = this;
    const { states, fullestMachineShare } = this.facts;
    const bytes = kind.incremental ? incrementalSize(states, interval, key) : full;
    const operands = { checkpointBytes: bytes, fullestMachineShare, compression };
    const machineBytes =
      this.inFlight === null
        ? derive(`${key}.machineBytes`, MACHINE_BYTES, operands)
        : derive(`${key}.machineBytes`, WITH_IN_FLIGHT, {
            ...operands,
            inFlight: this.inFlight,
            slots: this.facts.slotsPerTaskManager,
            taskManagers: this.facts.taskManagersPerMachine,
          });
    const upload = derive(
      `${key}.upload`,
      UPLOAD,
      { machineBytes, uploadRate: this.upload.rate },
      `bound by ${this.upload.boundBy}`,
    );
    const duration = derive(`${key}.duration`, DURATION, {
      trigger,
      alignment: this.alignment,
      sync,
      upload,
    });
    return { kind, full, bytes, machineBytes, trigger, alignment: this.alignment, sync, upload, duration };
  }
}

export const CHECKPOINT_DURATION_FORMULAS = [MACHINE_BYTES, WITH_IN_FLIGHT, UPLOAD, DURATION];

import type { CheckpointPace, CheckpointShape, JudgedCheckpointing, NetworkLeft } from '@plimsoll/checkpoint';
import {
  Answer,
  Bool,
  Bytes,
  BytesPerSecond,
  Duration,
  Nested,
  Num,
  OneOf,
  Text,
  Texts,
} from '../../fields/index.js';
import { REGIME } from './words.js';

@Answer('CheckpointParts')
export class CheckpointPartsModel implements Parts {
  @Duration()
  triggerMs: number;

  @Duration()
  alignmentMs: number;

  @Duration()
  syncMs: number;

  @Duration({ nullable: true })
  uploadMs: number | null;
}
type Parts = CheckpointShape['parts'];

@Answer('CheckpointShape', 'One checkpoint: what it writes and how long it takes.')
export class CheckpointShapeModel implements CheckpointShape {
  @Bool()
  incremental: boolean;

  @Bool()
  unaligned: boolean;

  @Bytes()
  bytes: number;

  @Bytes()
  fullBytes: number;

  @Bytes({ description: 'Of the machine with most state.' })
  machineBytes: number;

  @Duration({ nullable: true, description: 'null: nothing is left for an upload.' })
  durationMs: number | null;

  @Nested(() => CheckpointPartsModel)
  parts: CheckpointPartsModel;

  @BytesPerSecond()
  uploadBytesPerSecond: number;

  @Text()
  boundBy: string;
}

@Answer('CheckpointPace', 'How checkpoints follow each other.')
export class CheckpointPaceModel implements CheckpointPace {
  @Duration()
  intervalMs: number;

  @Duration()
  minPauseMs: number;

  @Duration()
  effectiveIntervalMs: number;

  @Num()
  dutyRatio: number;

  @Duration()
  checkpointFreeMs: number;

  @OneOf(REGIME)
  regime: CheckpointPace['regime'];

  @Duration()
  worstRewindMs: number;

  @Duration()
  meanRewindMs: number;
}

@Answer('NetworkLeft', 'What checkpoints leave of the network of the fullest machine.')
export class NetworkLeftModel implements NetworkLeft {
  @BytesPerSecond()
  outBytesPerSecond: number;

  @BytesPerSecond()
  inBytesPerSecond: number;

  @BytesPerSecond()
  outWhileUploadingBytesPerSecond: number;
}

@Answer('JudgedCheckpointing', 'Settings with what they lead to.')
export class JudgedCheckpointingModel implements JudgedCheckpointing {
  @Nested(() => CheckpointShapeModel)
  checkpoint: CheckpointShapeModel;

  @Nested(() => CheckpointPaceModel, { nullable: true, description: 'null: checkpoints never end.' })
  pace: CheckpointPaceModel | null;

  @Nested(() => NetworkLeftModel, { nullable: true })
  networkLeft: NetworkLeftModel | null;

  @Num({ nullable: true, description: 'Unavailability; null: the job never catches up.' })
  costRatio: number | null;

  @Duration({ nullable: true })
  recoveryMs: number | null;

  @Texts({ description: 'Objectives that do not hold.' })
  misses: JudgedCheckpointing['misses'][number][];
}

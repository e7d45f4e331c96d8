import type {
  CauseOfMany,
  CheckpointJudgement,
  JudgeAdvice,
  JudgeMeasurement,
  TimeoutJudgement,
} from '@plimsoll/checkpoint';
import {
  Answer,
  Bool,
  ConfigMap,
  Duration,
  Ints,
  List,
  Nested,
  Num,
  OneOf,
  Text,
} from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';
import { ConfidenceModel } from '../memory/confidence.model.js';
import {
  CheckpointEvidenceModel,
  JudgedCheckpointModel,
  MeasuredPartsModel,
} from './judged-checkpoint.model.js';
import { ADVICE_KIND, CHECKPOINT_CAUSE, CHECKPOINT_PART } from './words.js';

@Answer('CheckpointAdvice', 'Something to do, and why it helps or does not.')
export class CheckpointAdviceModel implements JudgeAdvice {
  @OneOf(ADVICE_KIND)
  kind: JudgeAdvice['kind'];

  @Text()
  action: string;

  @Text()
  reason: string;

  @ConfigMap({ description: 'Options in the spelling of the given version; empty where it is none.' })
  config: Record<string, string>;
}

@Answer('TimeoutJudgement', 'Whether a longer execution.checkpointing.timeout would help.')
export class TimeoutJudgementModel implements TimeoutJudgement {
  @Duration()
  timeoutMs: number;

  @Bool({ nullable: true, description: 'null: nothing tells.' })
  helps: boolean | null;

  @Duration({ nullable: true, description: 'With which checkpoints like these would complete.' })
  neededMs: number | null;

  @Text()
  reason: string;
}

@Answer('CheckpointCauseGroup', 'All checkpoints of one cause.')
export class CauseOfManyModel implements CauseOfMany {
  @OneOf(CHECKPOINT_CAUSE)
  cause: CauseOfMany['cause'];

  @Ints()
  checkpointIds: number[];

  @List(() => CheckpointAdviceModel)
  helps: CheckpointAdviceModel[];

  @List(() => CheckpointAdviceModel)
  doesNotHelp: CheckpointAdviceModel[];
}

@Answer('CheckpointMeasurement', 'What to measure next, and what it tells.')
export class CheckpointMeasurementModel implements JudgeMeasurement {
  @Text()
  what: string;

  @Text()
  how: string;

  @Text()
  tells: string;
}

@Answer('CheckpointJudgement', 'Where the time of measured checkpoints goes, why, and what would help.')
export class JudgementModel implements CheckpointJudgement {
  @OneOf(CHECKPOINT_CAUSE, {
    description: 'The one that costs most: failed checkpoints before slow ones, then by time.',
  })
  cause: CheckpointJudgement['cause'];

  @Text()
  explanation: string;

  @Nested(() => ConfidenceModel)
  confidence: ConfidenceModel;

  @Nested(() => MeasuredPartsModel, {
    nullable: true,
    description: 'Mean over the checkpoints that have them, savepoints left out.',
  })
  parts: MeasuredPartsModel | null;

  @OneOf(CHECKPOINT_PART, { nullable: true })
  dominantPart: CheckpointJudgement['dominantPart'];

  @Num({ nullable: true, description: 'Of the end-to-end time.' })
  dominantRatio: number | null;

  @List(() => CheckpointEvidenceModel)
  evidence: CheckpointEvidenceModel[];

  @List(() => CheckpointAdviceModel)
  helps: CheckpointAdviceModel[];

  @List(() => CheckpointAdviceModel)
  doesNotHelp: CheckpointAdviceModel[];

  @Nested(() => TimeoutJudgementModel)
  timeout: TimeoutJudgementModel;

  @List(() => CauseOfManyModel, { description: 'By number of checkpoints, the overall cause first.' })
  causes: CauseOfManyModel[];

  @List(() => JudgedCheckpointModel, { description: 'Newest first, as Flink lists them.' })
  checkpoints: JudgedCheckpointModel[];

  @List(() => CheckpointMeasurementModel)
  measureNext: CheckpointMeasurementModel[];

  @List(() => StepModel)
  steps: StepModel[];
}

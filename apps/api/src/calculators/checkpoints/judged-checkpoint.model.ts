import type { CheckpointParts, JudgedCheckpoint, JudgeEvidence, LastSubtask } from '@plimsoll/checkpoint';
import {
  Answer,
  Bool,
  Bytes,
  Count,
  Duration,
  Int,
  List,
  Nested,
  Num,
  OneOf,
  Text,
} from '../../fields/index.js';
import { Json } from '../../history/json.js';
import { ConfidenceModel } from '../memory/confidence.model.js';
import { CHECKPOINT_CAUSE, CHECKPOINT_PART, CHECKPOINT_STATUS } from './words.js';

@Answer(
  'MeasuredCheckpointParts',
  'End-to-end time as the subtask that acknowledged last spent it; time that parts share counts once.',
)
export class MeasuredPartsModel implements CheckpointParts {
  @Duration({ description: 'From the trigger to the first barrier.' })
  startDelayMs: number;

  @Duration({ description: 'From the first barrier to the last.' })
  alignmentMs: number;

  @Duration({ description: 'Snapshot during which the subtask processes nothing.' })
  syncMs: number;

  @Duration({ description: 'Upload, and the wait for its thread.' })
  asyncMs: number;

  @Duration({ description: 'What no part explains.' })
  finalisationMs: number;

  @Duration({ description: 'Of a checkpoint that failed or still runs: after the last acknowledgement.' })
  waitingMs: number;
}

@Answer('CheckpointEvidence', 'A value of the statistics, or derived from them, that speaks for the cause.')
export class CheckpointEvidenceModel implements JudgeEvidence {
  @Text()
  name: string;

  @Json()
  value: number | string;

  @Text({ nullable: true, description: 'Base unit; null for a text.' })
  unit: JudgeEvidence['unit'];

  @Text({ description: 'A pointer into the request, or the key of a step.' })
  from: string;
}

@Answer('LastSubtask', 'The subtask that acknowledged last.')
export class LastSubtaskModel implements LastSubtask {
  @Text()
  vertexId: string;

  @Text({ nullable: true })
  vertexName: string | null;

  @Int()
  subtask: number;

  @Text({ nullable: true })
  taskManagerId: string | null;

  @Text({ description: 'Of its row in the request.' })
  pointer: string;
}

@Answer('JudgedCheckpoint')
export class JudgedCheckpointModel implements JudgedCheckpoint {
  @Count()
  id: number;

  @OneOf(CHECKPOINT_STATUS)
  status: JudgedCheckpoint['status'];

  @Bool()
  isSavepoint: boolean;

  @Duration({ nullable: true, description: 'null: nothing has been acknowledged yet.' })
  durationMs: number | null;

  @Bytes({ nullable: true, description: 'Written by this checkpoint; before 1.15 the whole state.' })
  bytes: number | null;

  @Nested(() => MeasuredPartsModel, { nullable: true, description: 'null without rows of subtasks.' })
  parts: MeasuredPartsModel | null;

  @OneOf(CHECKPOINT_PART, { nullable: true })
  dominantPart: JudgedCheckpoint['dominantPart'];

  @Num({ nullable: true, description: 'Of the end-to-end time.' })
  dominantRatio: number | null;

  @Nested(() => LastSubtaskModel, { nullable: true })
  lastSubtask: LastSubtaskModel | null;

  @OneOf(CHECKPOINT_CAUSE)
  cause: JudgedCheckpoint['cause'];

  @Text()
  explanation: string;

  @Nested(() => ConfidenceModel)
  confidence: ConfidenceModel;

  @List(() => CheckpointEvidenceModel)
  evidence: CheckpointEvidenceModel[];
}

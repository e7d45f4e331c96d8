import { ObjectType } from '@nestjs/graphql';
import type { FlowOf } from '@plimsoll/planner';
import type { Evidence } from '@plimsoll/trace';
import { Answer, Bytes, BytesPerSecond, List, Num, OneOf, Text } from '../../fields/index.js';
import { StepInputModel } from './trace.model.js';
import { EVIDENCE_MARK } from './words.js';

/** What a line of every ledger says besides its amount. */
@ObjectType({ isAbstract: true })
abstract class FlowModel {
  @Text({ description: 'What flows, and where.', example: 'source-read:events' })
  id: string;

  @Text()
  label: string;

  @Text({ description: 'In words and symbols.' })
  formula: string;

  @List(() => StepInputModel)
  inputs: StepInputModel[];

  @Text({ description: 'Number of the formula.', example: 'F1.3' })
  reference: string;

  @OneOf(EVIDENCE_MARK)
  evidence: Evidence;

  @Text({ description: 'Key of the step that derives it.' })
  step: string;
}

const RUNNING = 'The total so far.';
const PEAK = 'In the busiest moment.';

@Answer('BandwidthFlow')
export class BandwidthFlowModel extends FlowModel implements FlowOf<'bytesPerSecond'> {
  @BytesPerSecond()
  bytesPerSecond: number;

  @BytesPerSecond({ description: RUNNING })
  runningBytesPerSecond: number;

  @BytesPerSecond({ description: PEAK })
  peakBytesPerSecond: number;
}

@Answer('OperationsFlow')
export class OperationsFlowModel extends FlowModel implements FlowOf<'operationsPerSecond'> {
  @Num()
  operationsPerSecond: number;

  @Num({ description: RUNNING })
  runningOperationsPerSecond: number;

  @Num({ description: PEAK })
  peakOperationsPerSecond: number;
}

@Answer('CoresFlow')
export class CoresFlowModel extends FlowModel implements FlowOf<'cores'> {
  @Num()
  cores: number;

  @Num({ description: RUNNING })
  runningCores: number;

  @Num({ description: PEAK })
  peakCores: number;
}

@Answer('SpaceFlow')
export class SpaceFlowModel extends FlowModel implements FlowOf<'bytes'> {
  @Bytes()
  bytes: number;

  @Bytes({ description: RUNNING })
  runningBytes: number;

  @Bytes({ description: PEAK })
  peakBytes: number;
}

import { ObjectType } from '@nestjs/graphql';
import type { Ledgers, MeasuredLedger } from '@plimsoll/planner';
import { Answer, Bytes, BytesPerSecond, Duration, List, Nested, Num, Text } from '../../fields/index.js';
import { BandwidthFlowModel, CoresFlowModel, OperationsFlowModel, SpaceFlowModel } from './flow.model.js';

/** What every ledger says besides its amounts. */
@ObjectType({ isAbstract: true })
abstract class LedgerModel {
  @Num({ nullable: true, description: 'Load ÷ capacity; null where no capacity was given.' })
  utilization: number | null;

  @Duration({ description: 'How long the peak lasts; 0 where the load is even.' })
  peakMs: number;

  @Text({ description: 'Key of the step that derives the total.' })
  step: string;
}

const CAPACITY = 'null: not given; then it never binds.';
const FLOWS = 'Their sum is the total.';

@Answer('BandwidthLedger')
export class BandwidthLedgerModel extends LedgerModel implements MeasuredLedger<'bytesPerSecond'> {
  @BytesPerSecond()
  bytesPerSecond: number;

  @BytesPerSecond({ nullable: true, description: CAPACITY })
  capacityBytesPerSecond: number | null;

  @BytesPerSecond()
  peakBytesPerSecond: number;

  @List(() => BandwidthFlowModel, { description: FLOWS })
  flows: BandwidthFlowModel[];
}

@Answer('OperationsLedger')
export class OperationsLedgerModel extends LedgerModel implements MeasuredLedger<'operationsPerSecond'> {
  @Num()
  operationsPerSecond: number;

  @Num({ nullable: true, description: CAPACITY })
  capacityOperationsPerSecond: number | null;

  @Num()
  peakOperationsPerSecond: number;

  @List(() => OperationsFlowModel, { description: FLOWS })
  flows: OperationsFlowModel[];
}

@Answer('CoresLedger')
export class CoresLedgerModel extends LedgerModel implements MeasuredLedger<'cores'> {
  @Num()
  cores: number;

  @Num({ nullable: true, description: CAPACITY })
  capacityCores: number | null;

  @Num()
  peakCores: number;

  @List(() => CoresFlowModel, { description: FLOWS })
  flows: CoresFlowModel[];
}

@Answer('SpaceLedger')
export class SpaceLedgerModel extends LedgerModel implements MeasuredLedger<'bytes'> {
  @Bytes()
  bytes: number;

  @Bytes({ nullable: true, description: CAPACITY })
  capacityBytes: number | null;

  @Bytes()
  peakBytes: number;

  @List(() => SpaceFlowModel, { description: FLOWS })
  flows: SpaceFlowModel[];
}

@Answer(
  'MachineLoad',
  'What one machine carries. A resource whose load is not known is left out (null in GraphQL).',
)
export class MachineLoadModel implements Ledgers {
  @Nested(() => BandwidthLedgerModel, { optional: true })
  networkIn?: BandwidthLedgerModel;

  @Nested(() => BandwidthLedgerModel, { optional: true })
  networkOut?: BandwidthLedgerModel;

  @Nested(() => BandwidthLedgerModel, { optional: true })
  diskRead?: BandwidthLedgerModel;

  @Nested(() => BandwidthLedgerModel, { optional: true })
  diskWrite?: BandwidthLedgerModel;

  @Nested(() => OperationsLedgerModel, { optional: true })
  diskIops?: OperationsLedgerModel;

  @Nested(() => CoresLedgerModel, { optional: true })
  cpu?: CoresLedgerModel;

  @Nested(() => SpaceLedgerModel, { optional: true })
  memory?: SpaceLedgerModel;

  @Nested(() => SpaceLedgerModel, { optional: true })
  diskSpace?: SpaceLedgerModel;
}

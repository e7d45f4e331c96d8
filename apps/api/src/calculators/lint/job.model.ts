import type { LintCheckpointing, LintJob } from '@plimsoll/rules';
import { BareBytes, BareMillis, Bool, Count, Int, Num, OneOf, Shape, Texts } from '../../fields/index.js';
import { DELIVERY_GUARANTEE, JOB_TYPE } from './words.js';

@Shape('LintJob', 'What only the code of the job tells.')
export class LintJobModel implements LintJob {
  @OneOf(JOB_TYPE, { optional: true })
  type?: LintJob['type'];

  @Num({ optional: true })
  submissionsPerDay?: number;

  @Texts({ optional: true })
  operatorsWithoutUid?: string[];

  @Int({ optional: true, description: 'Set in the code.' })
  maxParallelism?: number;

  @Texts({ optional: true, description: 'Classes that Kryo serializes.' })
  genericTypes?: string[];

  @Texts({ optional: true, description: 'Classes that implement Checkpointed.' })
  checkpointedClasses?: string[];

  @Bool({ optional: true, description: 'Each record carries its schema.' })
  schemaPerRecord?: boolean;

  @Texts({ optional: true, description: 'State whose serializer is another than in the last savepoint.' })
  changedSerializers?: string[];

  @Texts({ optional: true, description: 'Operators that wait for another system in their thread.' })
  blockingOperators?: string[];

  @BareMillis({ optional: true, description: 'One call to that system.' })
  externalCallMs?: number;

  @Texts({ optional: true, description: 'Operators that make a parser or a client anew for each record.' })
  perRecordParsers?: string[];

  @Count({ optional: true })
  kafkaPartitions?: number;

  @OneOf(DELIVERY_GUARANTEE, { optional: true })
  deliveryGuarantee?: LintJob['deliveryGuarantee'];

  @BareMillis({ optional: true, description: 'transaction.timeout.ms' })
  kafkaTransactionTimeoutMs?: number;

  @BareMillis({ optional: true, description: 'transaction.max.timeout.ms of the brokers.' })
  kafkaBrokerMaxTimeoutMs?: number;

  @BareMillis({ optional: true, description: 'transactional.id.expiration.ms of the brokers.' })
  kafkaIdExpirationMs?: number;

  @BareMillis({ optional: true, description: 'The longest outage that is to lose nothing.' })
  outageMs?: number;

  @Count({ optional: true, description: 'Timers that wait.' })
  timers?: number;

  @Num({ optional: true, description: 'The highest load over the mean one.' })
  peakRatio?: number;
}

@Shape('MeasuredCheckpoints', 'Checkpoints and savepoints as they run.')
export class MeasuredCheckpointsModel implements LintCheckpointing {
  @BareMillis({ optional: true })
  durationMs?: number;

  @BareMillis({ optional: true, description: 'How long the slowest subtask waits for its barriers.' })
  alignmentMs?: number;

  @BareBytes({ optional: true })
  bytes?: number;

  @BareBytes({ optional: true })
  savepointBytes?: number;

  @BareMillis({ optional: true })
  savepointPeriodMs?: number;
}

import type { Firing, OperatorLoad } from '@plimsoll/planner';
import {
  Answer,
  Bool,
  Bytes,
  BytesPerSecond,
  Count,
  Duration,
  Int,
  Nested,
  OneOf,
  RecordsPerSecond,
  Text,
} from '../../fields/index.js';
import { OPERATOR_KIND } from './words.js';

@Answer('Firing', 'A window’s output comes in bursts: all windows of one slide fire on the same watermark.')
export class FiringModel implements Firing {
  @Count()
  keys: number;

  @Duration()
  everyMs: number;

  @Duration()
  drainMs: number;

  @Duration({
    nullable: true,
    description: 'The shortest drain that the network allows; null: nothing is left for it.',
  })
  minDrainMs: number | null;

  @Bool()
  feasible: boolean;
}

@Answer('OperatorLoad', 'What flows through one operator, over the whole cluster.')
export class OperatorLoadModel implements OperatorLoad {
  @Text()
  id: string;

  @OneOf(OPERATOR_KIND)
  kind: OperatorLoad['kind'];

  @Int()
  parallelism: number;

  @RecordsPerSecond()
  recordsInPerSecond: number;

  @BytesPerSecond()
  bytesInPerSecond: number;

  @RecordsPerSecond()
  recordsOutPerSecond: number;

  @BytesPerSecond()
  bytesOutPerSecond: number;

  @Count({ nullable: true, description: 'Just before a firing; null without state.' })
  stateEntries: number | null;

  @Bytes({ nullable: true })
  stateBytes: number | null;

  @Nested(() => FiringModel, { nullable: true })
  firing: FiringModel | null;

  @Int({
    nullable: true,
    description:
      'Parallelism that takes the burst of the windows above at the target utilization; null: no burst, or its CPU cost is not given.',
  })
  burstParallelism: number | null;
}

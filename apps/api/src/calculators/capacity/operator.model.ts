import type { Join, Operator, State, Window } from '@plimsoll/planner';
import {
  Bytes,
  Count,
  Duration,
  Int,
  Nested,
  Num,
  neededBy,
  OneOf,
  RecordsPerSecond,
  Shape,
  Str,
} from '../../fields/index.js';
import { ASSIGNER, CONNECTOR, JOIN_TYPE, OPERATOR_KIND } from './words.js';

@Shape('OperatorOutput')
export class OperatorOutputModel {
  @Bytes({ description: 'Size of a record that leaves the operator.', example: 40 })
  recordBytes: number | string;
}

@Shape('OperatorState', 'What the operator keeps for each key.')
export class StateModel implements State {
  @Bytes({ description: 'Logical size of one entry, key and value.', example: 40 })
  entryBytes: number | string;

  @Bytes({ optional: true, description: 'The key of an entry, as it is serialized.' })
  keyBytes?: number | string;

  @Bytes({ optional: true, description: 'The value of an entry, as it is serialized.' })
  valueBytes?: number | string;

  @Bytes({ optional: true, description: 'What one entry takes in a snapshot, measured.' })
  snapshotEntryBytes?: number | string;

  @Num({ optional: true, description: 'Share of state reads that need no disk.' })
  cacheHitRatio?: number;

  @Num({ optional: true, description: 'Bytes written to disk for each byte of state written.' })
  writeAmplification?: number;

  @RecordsPerSecond({
    optional: true,
    description: 'Keys that come for the first time each second. Judged by rules; changes no figure.',
  })
  newKeysPerSecond?: number;

  @Duration({
    optional: true,
    description: 'How long an entry stays without use. Judged by rules; changes no figure.',
  })
  timeToLive?: number;
}

@Shape('OperatorWindow')
export class WindowModel implements Window {
  @OneOf(ASSIGNER, { example: 'sliding' })
  assigner: Window['assigner'];

  @Duration({
    needed: neededBy('assigner', 'tumbling', 'sliding'),
    description: 'Length of a window.',
    example: '5 min',
  })
  size?: number;

  @Duration({
    needed: neededBy('assigner', 'sliding'),
    description: 'Time from one window to the next.',
    example: '1 min',
  })
  slide?: number;

  @Duration({ needed: neededBy('assigner', 'session'), description: 'Silence that ends a session.' })
  gap?: number;

  @Count({ optional: true, description: 'Records after which a global window fires.' })
  countTrigger?: number;

  @Duration({
    optional: true,
    description: 'How long one firing emits: the lesser of 10 s and the slide, unless told.',
  })
  drain?: number;
}

@Shape('OperatorJoin')
export class JoinModel implements Join {
  @OneOf(JOIN_TYPE)
  type: Join['type'];

  @Duration({ needed: neededBy('type', 'window'), description: 'Length of the window.' })
  size?: number;

  @Duration({
    needed: neededBy('type', 'interval'),
    description: 'Lower bound of the interval; may be negative.',
  })
  lower?: number;

  @Duration({ needed: neededBy('type', 'interval'), description: 'Upper bound of the interval.' })
  upper?: number;

  @Duration({ optional: true, description: 'How long a regular join keeps a row.' })
  stateTtl?: number;
}

@Shape('Operator')
export class OperatorModel implements Operator {
  @Str({ description: 'Unique within the workload.', example: 'events' })
  id: string;

  @OneOf(OPERATOR_KIND, { example: 'source' })
  kind: Operator['kind'];

  @Int({ optional: true, description: 'All slots of the cluster, unless told.' })
  parallelism?: number;

  @Str({ optional: true, max: 200, description: 'Judged by rules; changes no figure.' })
  slotSharingGroup?: string;

  @Num({ optional: true, description: 'Records out for each record in: 1, unless told.' })
  selectivity?: number;

  @Nested(() => OperatorOutputModel, { optional: true, description: 'The mean input size, unless told.' })
  output?: OperatorOutputModel;

  @OneOf(CONNECTOR, { optional: true, example: 'kafka' })
  connector?: Operator['connector'];

  @Num({ optional: true, description: 'CPU time of one record, in microseconds.' })
  cpuMicrosPerRecord?: number;

  @RecordsPerSecond({
    needed: neededBy('kind', 'source'),
    description: 'What the source reads.',
    example: 1_000_000,
  })
  recordsPerSecond?: number;

  @Bytes({
    needed: neededBy('kind', 'source'),
    description: 'Size of a record on the wire.',
    example: '2 kB',
  })
  recordBytes?: number | string;

  @Count({ optional: true, description: 'Distinct keys that the operator sees.' })
  keys?: number;

  @Nested(() => StateModel, { optional: true })
  state?: StateModel;

  @Nested(() => WindowModel, { needed: neededBy('kind', 'window') })
  window?: WindowModel;

  @Nested(() => JoinModel, { needed: neededBy('kind', 'join') })
  join?: JoinModel;
}

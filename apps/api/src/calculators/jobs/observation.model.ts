import type {
  ImportObservations,
  ObservedCheckpoints,
  ObservedEdge,
  ObservedOperator,
  ObservedVertex,
} from '@plimsoll/planner';
import {
  Answer,
  Bytes,
  BytesPerSecond,
  Count,
  Duration,
  Int,
  List,
  Nested,
  Num,
  RecordsPerSecond,
  Text,
  Texts,
} from '../../fields/index.js';

@Answer(
  'ObservedVertex',
  'What the tasks of a vertex counted, all subtasks together; null where nothing tells.',
)
export class ObservedVertexModel implements ObservedVertex {
  @Text()
  id: string;

  @Text()
  name: string;

  @Texts({ description: 'Ids in the workload.' })
  operators: string[];

  @Int({ nullable: true })
  parallelism: number | null;

  @Count({ nullable: true })
  maxParallelism: number | null;

  @Duration({ nullable: true })
  runningMs: number | null;

  @RecordsPerSecond({ nullable: true, description: 'Over the network; what a source reads is not counted.' })
  recordsInPerSecond: number | null;

  @RecordsPerSecond({
    nullable: true,
    description: 'As Flink counts it: of a vertex that feeds several, once or for each, by version.',
  })
  recordsOutPerSecond: number | null;

  @BytesPerSecond({ nullable: true })
  bytesInPerSecond: number | null;

  @BytesPerSecond({ nullable: true })
  bytesOutPerSecond: number | null;

  @Num({
    nullable: true,
    description: 'Mean of the subtasks. Sources of the old interface do not report it.',
  })
  busyRatio: number | null;

  @Num({ nullable: true, description: 'Mean of the subtasks.' })
  backPressuredRatio: number | null;

  @Num({ nullable: true, description: 'Mean of the subtasks.' })
  idleRatio: number | null;

  @Num({ nullable: true, description: 'Of the subtask that is busiest.' })
  mostBusyRatio: number | null;

  @Bytes({ nullable: true, description: 'Of the latest checkpoint that has details.' })
  stateBytes: number | null;
}

@Answer('ObservedOperator')
export class ObservedOperatorModel implements ObservedOperator {
  @Text()
  id: string;

  @Text()
  vertexId: string;

  @RecordsPerSecond({ nullable: true })
  recordsInPerSecond: number | null;

  @RecordsPerSecond({ nullable: true })
  recordsOutPerSecond: number | null;
}

@Answer('ObservedEdge')
export class ObservedEdgeModel implements ObservedEdge {
  @Text()
  from: string;

  @Text()
  to: string;

  @RecordsPerSecond({ nullable: true, description: 'A record that is broadcast counts once.' })
  recordsPerSecond: number | null;

  @Num({ nullable: true, description: 'Bytes of one record on the wire, barriers included.' })
  recordBytes: number | null;
}

@Answer('ObservedCheckpoints')
export class ObservedCheckpointsModel implements ObservedCheckpoints {
  @Count()
  completed: number;

  @Count()
  failed: number;

  @Duration({ nullable: true, description: 'null: not periodic, or not told.' })
  intervalMs: number | null;

  @Duration({ nullable: true })
  minPauseMs: number | null;

  @Duration({ nullable: true })
  timeoutMs: number | null;

  @Duration({ nullable: true, description: 'Of those completed that are still listed.' })
  medianDurationMs: number | null;

  @Duration({ nullable: true })
  longestDurationMs: number | null;

  @Bytes({ nullable: true, description: 'Written by one checkpoint; before 1.15 the whole state.' })
  medianBytes: number | null;

  @Bytes({ nullable: true, description: 'Of the newest that completed.' })
  stateBytes: number | null;

  @Text({ nullable: true })
  stateBackend: string | null;
}

@Answer('ImportObservations')
export class ImportObservationsModel implements ImportObservations {
  @List(() => ObservedVertexModel, { description: 'Along the dataflow.' })
  vertices: ObservedVertexModel[];

  @List(() => ObservedOperatorModel, { description: 'In the order of the workload.' })
  operators: ObservedOperatorModel[];

  @List(() => ObservedEdgeModel, { description: 'In the order of the workload.' })
  edges: ObservedEdgeModel[];

  @Nested(() => ObservedCheckpointsModel, { nullable: true })
  checkpoints: ObservedCheckpointsModel | null;
}

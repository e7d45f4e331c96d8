import type { MiniClusterMemory } from '@plimsoll/memory';
import { Answer, Bool, Bytes, ConfigMap, List, Nested, OneOf, Texts } from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';
import {
  DistributedAlternativeModel,
  FootprintSourceModel,
  JobMovesModel,
  MiniClusterPartModel,
  MiniClusterThroughputModel,
  SizeRangeModel,
  StartConditionModel,
  ThreadStacksModel,
} from './mini-cluster-parts.model.js';
import { GARBAGE_COLLECTOR } from './words.js';

@Answer('MiniClusterMemory', 'The memory of a whole Flink cluster in one JVM.')
export class MiniClusterMemoryModel implements MiniClusterMemory {
  @Bool()
  starts: boolean;

  @List(() => StartConditionModel)
  conditions: StartConditionModel[];

  @OneOf(GARBAGE_COLLECTOR)
  gc: MiniClusterMemory['gc'];

  @Bytes({ description: '-Xmx.' })
  heapBytes: bigint;

  @Bytes({ description: 'The smallest -Xmx, in whole MiB, with which everything asked for starts.' })
  smallestHeapBytes: bigint;

  @Bytes({
    nullable: true,
    description:
      'The smallest -Xmx that also survives reading a Kafka backlog at full speed; null without Kafka.',
  })
  catchUpHeapBytes: bigint | null;

  @Bytes({
    nullable: true,
    description: 'The smallest that “Tiny Flink” reports; null where it reports none.',
  })
  talkSmallestHeapBytes: bigint | null;

  @Bytes()
  networkBytes: bigint;

  @Nested(() => SizeRangeModel)
  process: SizeRangeModel;

  @List(() => MiniClusterPartModel)
  parts: MiniClusterPartModel[];

  @Nested(() => ThreadStacksModel)
  stacks: ThreadStacksModel;

  @Nested(() => MiniClusterThroughputModel)
  throughput: MiniClusterThroughputModel;

  @Texts()
  jvmArgs: string[];

  @ConfigMap()
  config: Record<string, string>;

  @Nested(() => DistributedAlternativeModel)
  distributed: DistributedAlternativeModel;

  @Nested(() => JobMovesModel)
  moves: JobMovesModel;

  @Texts()
  remarks: string[];

  @List(() => FootprintSourceModel)
  sources: FootprintSourceModel[];

  @List(() => StepModel, { description: 'Every derived figure, each after those that it is made of.' })
  steps: StepModel[];
}

import { ObjectType } from '@nestjs/graphql';
import type {
  JobManagerComponents,
  JobManagerMemory,
  TaskManagerComponents,
  TaskManagerMemory,
} from '@plimsoll/memory';
import { Answer, Bytes, ConfigMap, List, Nested, Texts } from '../../fields/index.js';
import { StepModel } from '../capacity/trace.model.js';

@Answer('TaskManagerComponents', 'A TaskManager’s memory as Flink divides it.')
export class TaskManagerComponentsModel implements TaskManagerComponents {
  @Bytes()
  frameworkHeapBytes: bigint;

  @Bytes()
  taskHeapBytes: bigint;

  @Bytes()
  frameworkOffHeapBytes: bigint;

  @Bytes()
  taskOffHeapBytes: bigint;

  @Bytes()
  networkBytes: bigint;

  @Bytes()
  managedBytes: bigint;

  @Bytes()
  jvmMetaspaceBytes: bigint;

  @Bytes()
  jvmOverheadBytes: bigint;
}

@Answer('JobManagerComponents', 'A JobManager’s memory as Flink divides it.')
export class JobManagerComponentsModel implements JobManagerComponents {
  @Bytes()
  jvmHeapBytes: bigint;

  @Bytes()
  offHeapBytes: bigint;

  @Bytes()
  jvmMetaspaceBytes: bigint;

  @Bytes()
  jvmOverheadBytes: bigint;
}

/** What is said of either process besides its components. */
@ObjectType({ isAbstract: true })
abstract class ProcessMemoryModel implements Omit<TaskManagerMemory, 'components'> {
  @Bytes({ description: 'All but metaspace and overhead.' })
  totalFlinkBytes: bigint;

  @Bytes()
  totalProcessBytes: bigint;

  @Bytes({ description: '-Xmx.' })
  jvmHeapBytes: bigint;

  @Bytes({
    nullable: true,
    description: '-XX:MaxDirectMemorySize; null where the JVM is given no such limit.',
  })
  jvmDirectBytes: bigint | null;

  @Texts({ description: 'In Flink’s order.' })
  jvmArgs: string[];

  @ConfigMap({
    description: 'What Flink’s start script passes on, so that the process derives nothing anew.',
  })
  dynamicConfig: Record<string, string>;

  @Texts({ description: 'What Flink logs on the way: `LEVEL message`.' })
  warnings: string[];

  @List(() => StepModel, { description: 'Every derived figure, each after those that it is made of.' })
  steps: StepModel[];
}

@Answer('TaskManagerMemory', 'The memory of a TaskManager, to the byte.')
export class TaskManagerMemoryModel extends ProcessMemoryModel implements TaskManagerMemory {
  @Nested(() => TaskManagerComponentsModel)
  components: TaskManagerComponentsModel;
}

@Answer('JobManagerMemory', 'The memory of a JobManager, to the byte.')
export class JobManagerMemoryModel extends ProcessMemoryModel implements JobManagerMemory {
  @Nested(() => JobManagerComponentsModel)
  components: JobManagerComponentsModel;
}

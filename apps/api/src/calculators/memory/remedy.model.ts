import type { ProcessModel, Remedy } from '@plimsoll/memory';
import { Answer, List, Nested, Text } from '../../fields/index.js';
import { ConfigPatchModel } from '../capacity/trace.model.js';
import { JobManagerMemoryModel, TaskManagerMemoryModel } from './process-memory.model.js';
import { ConfigChangeModel } from './tuning.model.js';

@Answer('ProcessModel', 'The memory of the process: one of the two is null, both where Flink refuses.')
export class ProcessModelModel implements ProcessModel {
  @Nested(() => TaskManagerMemoryModel, { nullable: true })
  taskManager: TaskManagerMemoryModel | null;

  @Nested(() => JobManagerMemoryModel, { nullable: true })
  jobManager: JobManagerMemoryModel | null;
}

@Answer('Remedy', 'A change to the configuration that Flink accepts and that fits the pod.')
export class RemedyModel extends ConfigPatchModel implements Remedy {
  @Text()
  reason: string;

  @List(() => ConfigChangeModel)
  changes: ConfigChangeModel[];

  @Nested(() => ProcessModelModel)
  before: ProcessModelModel;

  @Nested(() => ProcessModelModel)
  after: ProcessModelModel;
}

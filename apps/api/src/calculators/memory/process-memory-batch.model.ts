import { Answer, List, Nested } from '../../fields/index.js';
import { ProblemModel } from './problem.model.js';
import { JobManagerMemoryModel, TaskManagerMemoryModel } from './process-memory.model.js';

const NO_VALUE = 'Why there is no value; pointers are into this request of the batch.';

@Answer('TaskManagerMemoryResult', 'What one request of a batch would have been answered alone.')
export class TaskManagerMemoryResultModel {
  @Nested(() => TaskManagerMemoryModel, { nullable: true })
  value: TaskManagerMemoryModel | null;

  @Nested(() => ProblemModel, { nullable: true, description: NO_VALUE })
  problem: ProblemModel | null;
}

@Answer('TaskManagerMemoryBatch')
export class TaskManagerMemoryBatchModel {
  @List(() => TaskManagerMemoryResultModel, { description: 'In the order of the requests.' })
  results: TaskManagerMemoryResultModel[];
}

@Answer('JobManagerMemoryResult', 'What one request of a batch would have been answered alone.')
export class JobManagerMemoryResultModel {
  @Nested(() => JobManagerMemoryModel, { nullable: true })
  value: JobManagerMemoryModel | null;

  @Nested(() => ProblemModel, { nullable: true, description: NO_VALUE })
  problem: ProblemModel | null;
}

@Answer('JobManagerMemoryBatch')
export class JobManagerMemoryBatchModel {
  @List(() => JobManagerMemoryResultModel, { description: 'In the order of the requests.' })
  results: JobManagerMemoryResultModel[];
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { jobManager, jobManagerBatch, taskManager, taskManagerBatch } from './process-memory.js';
import { JobManagerMemoryModel, TaskManagerMemoryModel } from './process-memory.model.js';
import { JobManagerMemoryBatchModel, TaskManagerMemoryBatchModel } from './process-memory-batch.model.js';
import {
  JobManagerMemoryBatchRequestModel,
  JobManagerMemoryRequestModel,
  TaskManagerMemoryBatchRequestModel,
  TaskManagerMemoryRequestModel,
} from './process-memory-request.model.js';

@Resolver()
export class ProcessMemoryResolver {
  @Query(() => TaskManagerMemoryModel, { description: 'How Flink divides the memory of a TaskManager.' })
  taskManagerMemory(@Args('input', { type: () => TaskManagerMemoryRequestModel }) input: unknown): object {
    return taskManager(input);
  }

  @Query(() => JobManagerMemoryModel, { description: 'How Flink divides the memory of a JobManager.' })
  jobManagerMemory(@Args('input', { type: () => JobManagerMemoryRequestModel }) input: unknown): object {
    return jobManager(input);
  }

  @Query(() => TaskManagerMemoryBatchModel, { description: 'Many TaskManagers at once, in order.' })
  taskManagerMemoryBatch(
    @Args('input', { type: () => TaskManagerMemoryBatchRequestModel }) input: unknown,
  ): Promise<object> {
    return taskManagerBatch(input);
  }

  @Query(() => JobManagerMemoryBatchModel, { description: 'Many JobManagers at once, in order.' })
  jobManagerMemoryBatch(
    @Args('input', { type: () => JobManagerMemoryBatchRequestModel }) input: unknown,
  ): Promise<object> {
    return jobManagerBatch(input);
  }
}

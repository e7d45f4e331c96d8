import {
  type JobManagerMemory,
  jobManagerMemory,
  type TaskManagerMemory,
  taskManagerMemory,
} from '@plimsoll/memory';
import { memoryAnswer } from './memory-answer.js';
import { memoryBatch } from './memory-batch.js';
import {
  JobManagerMemoryBatchRequestModel,
  JobManagerMemoryRequestModel,
  TaskManagerMemoryBatchRequestModel,
  TaskManagerMemoryRequestModel,
} from './process-memory-request.model.js';

/** The use cases behind both doors: a body as it came to its answer. They throw ProblemException. */
export const taskManager = (body: unknown): TaskManagerMemory =>
  memoryAnswer(TaskManagerMemoryRequestModel, body, (request) => taskManagerMemory(request));

export const jobManager = (body: unknown): JobManagerMemory =>
  memoryAnswer(JobManagerMemoryRequestModel, body, (request) => jobManagerMemory(request));

export const taskManagerBatch = (body: unknown) =>
  memoryBatch(TaskManagerMemoryBatchRequestModel, body, taskManager);

export const jobManagerBatch = (body: unknown) =>
  memoryBatch(JobManagerMemoryBatchRequestModel, body, jobManager);

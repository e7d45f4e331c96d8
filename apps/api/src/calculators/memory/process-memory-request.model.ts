import { InputType } from '@nestjs/graphql';
import type { Deployment, MemoryRequest } from '@plimsoll/memory';
import { ConfigMap, OneOf, Request, Requests, Str } from '../../fields/index.js';
import { MOST_REQUESTS } from './memory-batch.js';
import { DEPLOYMENT } from './words.js';

/** What is asked of either process. */
@InputType({ isAbstract: true })
abstract class ProcessMemoryRequestModel implements MemoryRequest {
  @Str({ description: '1.10 to 1.20 or 2.0 to 2.3; a patch number narrows nothing.', example: '1.20' })
  flinkVersion: string;

  @ConfigMap({
    description: 'As Flink reads it: "2 kb" is 2048 bytes.',
    example: { 'taskmanager.memory.process.size': '4g' },
  })
  config: Record<string, string>;

  @OneOf(DEPLOYMENT, { optional: true, description: 'standalone, unless told.' })
  deployment?: Deployment;
}

@Request('TaskManagerMemory', 'A TaskManager of Flink 1.10 or later.')
export class TaskManagerMemoryRequestModel extends ProcessMemoryRequestModel {}

@Request('JobManagerMemory', 'A JobManager of Flink 1.11 or later.')
export class JobManagerMemoryRequestModel extends ProcessMemoryRequestModel {}

const EACH = 'Each is answered by itself: a bad one does not spoil the rest.';

@Request('TaskManagerMemoryBatch', 'Many TaskManagers at once.')
export class TaskManagerMemoryBatchRequestModel {
  @Requests(() => TaskManagerMemoryRequestModel, { max: MOST_REQUESTS, description: EACH })
  requests: unknown[];
}

@Request('JobManagerMemoryBatch', 'Many JobManagers at once.')
export class JobManagerMemoryBatchRequestModel {
  @Requests(() => JobManagerMemoryRequestModel, { max: MOST_REQUESTS, description: EACH })
  requests: unknown[];
}

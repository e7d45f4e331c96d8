import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { exactJson } from './exact-json.js';
import { JOB_MANAGER, LARGE_ROCKSDB, SMALL_TASK_MANAGER } from './memory-examples.js';
import { jobManager, jobManagerBatch, taskManager, taskManagerBatch } from './process-memory.js';
import { JobManagerMemoryModel, TaskManagerMemoryModel } from './process-memory.model.js';
import { JobManagerMemoryBatchModel, TaskManagerMemoryBatchModel } from './process-memory-batch.model.js';
import {
  JobManagerMemoryBatchRequestModel,
  JobManagerMemoryRequestModel,
  TaskManagerMemoryBatchRequestModel,
  TaskManagerMemoryRequestModel,
} from './process-memory-request.model.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const BATCH = 'Results come in the order of the requests; one that is bad has a problem in place of a value.';

@ApiTags('Calculators')
@Controller('v1/memory')
export class ProcessMemoryController {
  @Post('task-manager')
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({
    operationId: 'taskManagerMemory',
    summary: 'How Flink divides the memory of a TaskManager',
  })
  @ApiBody({
    type: TaskManagerMemoryRequestModel,
    examples: { small: { value: SMALL_TASK_MANAGER }, largeRocksdb: { value: LARGE_ROCKSDB } },
  })
  @ApiOkResponse({ type: TaskManagerMemoryModel })
  @ApiProblems('INVALID_VALUE', 'FLINK_REJECTS_CONFIG')
  taskManager(@Body() body: unknown): string {
    return exactJson(taskManager(body));
  }

  @Post('job-manager')
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({ operationId: 'jobManagerMemory', summary: 'How Flink divides the memory of a JobManager' })
  @ApiBody({ type: JobManagerMemoryRequestModel, examples: { default: { value: JOB_MANAGER } } })
  @ApiOkResponse({ type: JobManagerMemoryModel })
  @ApiProblems('INVALID_VALUE', 'FLINK_REJECTS_CONFIG')
  jobManager(@Body() body: unknown): string {
    return exactJson(jobManager(body));
  }

  @Post('task-manager/batch')
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({
    operationId: 'taskManagerMemoryBatch',
    summary: 'Many TaskManagers at once',
    description: BATCH,
  })
  @ApiBody({
    type: TaskManagerMemoryBatchRequestModel,
    examples: { two: { value: { requests: [SMALL_TASK_MANAGER, LARGE_ROCKSDB] } } },
  })
  @ApiOkResponse({ type: TaskManagerMemoryBatchModel })
  async taskManagerBatch(@Body() body: unknown): Promise<string> {
    return exactJson(await taskManagerBatch(body));
  }

  @Post('job-manager/batch')
  @HttpCode(200)
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({
    operationId: 'jobManagerMemoryBatch',
    summary: 'Many JobManagers at once',
    description: BATCH,
  })
  @ApiBody({
    type: JobManagerMemoryBatchRequestModel,
    examples: { one: { value: { requests: [JOB_MANAGER] } } },
  })
  @ApiOkResponse({ type: JobManagerMemoryBatchModel })
  async jobManagerBatch(@Body() body: unknown): Promise<string> {
    return exactJson(await jobManagerBatch(body));
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { importJob } from '@plimsoll/planner';
import { accept } from '../../fields/index.js';
import { ApiProblems } from '../../problem/index.js';
import { JobImportRequestModel } from './import-request.model.js';
import { CLICKS } from './job-examples.js';
import { JobImportModel } from './job-import.model.js';

@ApiTags('Calculators')
@Controller('v1/jobs')
export class JobImportController {
  @Post('import')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importJob',
    summary: 'A running job as a workload',
    description:
      'Answers of Flink’s REST API: the plan gives operators and edges, what the tasks counted gives rates, selectivities and sizes. What they do not tell is named, and what was guessed is said.',
  })
  @ApiBody({ type: JobImportRequestModel, examples: { clicks: { value: CLICKS } } })
  @ApiOkResponse({ type: JobImportModel })
  @ApiProblems('INVALID_VALUE')
  importJob(@Body() body: unknown): object {
    return accept(JobImportRequestModel, body, importJob);
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { judgeCheckpoints } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { ApiProblems } from '../../problem/index.js';
import { BLOCKED_BARRIERS } from './checkpoint-examples.js';
import { JudgementModel } from './judgement.model.js';
import { JudgementRequestModel } from './judgement-request.model.js';

@ApiTags('Calculators')
@Controller('v1/checkpoints')
export class JudgementController {
  @Post('judge')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'judgeCheckpoints',
    summary: 'Why measured checkpoints are slow or fail',
    description:
      'Statistics of Flink’s own REST API: which part dominates, what that is, what helps and what does not.',
  })
  @ApiBody({ type: JudgementRequestModel, examples: { blocked: { value: BLOCKED_BARRIERS } } })
  @ApiOkResponse({ type: JudgementModel })
  @ApiProblems('INVALID_VALUE')
  judgeCheckpoints(@Body() body: unknown): object {
    return accept(JudgementRequestModel, body, judgeCheckpoints);
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { recovery } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { ApiProblems } from '../../problem/index.js';
import { RecoveryModel } from './recovery.model.js';
import { LOST_TASK_MANAGER } from './recovery-examples.js';
import { RecoveryRequestModel } from './recovery-request.model.js';

@ApiTags('Calculators')
@Controller('v1')
export class RecoveryController {
  @Post('recovery')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'recovery',
    summary: 'How long a job is down after a failure, and when it has caught up',
    description: 'A job that never catches up is a result, with the capacity that would.',
  })
  @ApiBody({ type: RecoveryRequestModel, examples: { lostTaskManager: { value: LOST_TASK_MANAGER } } })
  @ApiOkResponse({ type: RecoveryModel })
  @ApiProblems('INVALID_VALUE')
  recovery(@Body() body: unknown): object {
    return accept(RecoveryRequestModel, body, recovery);
  }
}

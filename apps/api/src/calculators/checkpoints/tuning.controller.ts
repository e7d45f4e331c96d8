import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { planCheckpoints } from '@plimsoll/planner';
import { accept } from '../../fields/index.js';
import { ApiProblems } from '../../problem/index.js';
import { WITHIN_FIVE_MINUTES } from './checkpoint-examples.js';
import { CheckpointTuningModel } from './tuning.model.js';
import { CheckpointTuningRequestModel } from './tuning-request.model.js';

@ApiTags('Calculators')
@Controller('v1/checkpoints')
export class TuningController {
  @Post('tune')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'tuneCheckpoints',
    summary: 'How often a job may checkpoint, and with which settings',
    description: 'No feasible interval is a result, with the capacity that would make one.',
  })
  @ApiBody({ type: CheckpointTuningRequestModel, examples: { keepItGoing: { value: WITHIN_FIVE_MINUTES } } })
  @ApiOkResponse({ type: CheckpointTuningModel })
  @ApiProblems('INVALID_VALUE')
  tuneCheckpoints(@Body() body: unknown): object {
    return accept(CheckpointTuningRequestModel, body, planCheckpoints);
  }
}

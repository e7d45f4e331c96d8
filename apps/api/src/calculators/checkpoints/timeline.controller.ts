import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { checkpointTimeline } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { ApiProblems } from '../../problem/index.js';
import { CONSTANTLY_CHECKPOINTING } from './checkpoint-examples.js';
import { TimelineModel, TimelineRequestModel } from './timeline.model.js';

@ApiTags('Calculators')
@Controller('v1/checkpoints')
export class TimelineController {
  @Post('timeline')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkpointTimeline',
    summary: 'What Flink’s checkpoint coordinator does over time',
    description: 'When checkpoints start and end, which fail, and whether the job lives with them.',
  })
  @ApiBody({ type: TimelineRequestModel, examples: { degraded: { value: CONSTANTLY_CHECKPOINTING } } })
  @ApiOkResponse({ type: TimelineModel })
  @ApiProblems('INVALID_VALUE')
  checkpointTimeline(@Body() body: unknown): object {
    return accept(TimelineRequestModel, body, checkpointTimeline);
  }
}

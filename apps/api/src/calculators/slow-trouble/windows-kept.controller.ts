import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { windowsThatStay } from './slow-trouble.js';
import { AMONG_NEIGHBOURS, STALLED_WATERMARK } from './slow-trouble-examples.js';
import { WindowsKeptModel } from './windows-kept.model.js';
import { WindowsKeptRequestModel } from './windows-kept-request.model.js';

@ApiTags('Calculators')
@Controller('v1/checkpoints')
export class WindowsKeptController {
  @Post('windows-kept')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'windowsKept',
    summary: 'Whether windows stay past their end, and when space is full then',
    description:
      'What a stalled watermark adds, whether observed checkpoints grow, and whether one is larger than its neighbours’.',
  })
  @ApiBody({
    type: WindowsKeptRequestModel,
    examples: { stalled: { value: STALLED_WATERMARK }, neighbours: { value: AMONG_NEIGHBOURS } },
  })
  @ApiOkResponse({ type: WindowsKeptModel })
  @ApiProblems('INVALID_VALUE')
  windowsKept(@Body() body: unknown): object {
    return windowsThatStay(body);
  }
}

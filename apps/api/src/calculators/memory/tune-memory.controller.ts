import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { exactJson } from './exact-json.js';
import { THREE_MISTAKES } from './memory-examples.js';
import { tune } from './tune-memory.js';
import { MemoryTuningModel, TuneMemoryRequestModel } from './tuning.model.js';

@ApiTags('Calculators')
@Controller('v1/memory')
export class TuneMemoryController {
  @Post('tune')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'tuneMemory',
    summary: 'A configuration that fits what was observed',
    description: 'Complete, accepted by Flink, and never below what was seen in use.',
  })
  @ApiBody({ type: TuneMemoryRequestModel, examples: { threeMistakes: { value: THREE_MISTAKES } } })
  @ApiOkResponse({ type: MemoryTuningModel })
  @ApiProblems('INVALID_VALUE', 'FLINK_REJECTS_CONFIG')
  tune(@Body() body: unknown): string {
    return exactJson(tune(body));
  }
}

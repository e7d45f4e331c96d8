import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { exactJson } from './exact-json.js';
import { legacyContainer } from './legacy-container.js';
import { LegacyContainerMemoryModel, LegacyContainerRequestModel } from './legacy-container.model.js';
import { LEGACY_CONTAINER } from './memory-examples.js';

@ApiTags('Calculators')
@Controller('v1/memory')
export class LegacyContainerController {
  @Post('legacy-container')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'legacyContainerMemory',
    summary: 'How Flink 1.3 to 1.9 divides a container',
    description:
      'The cut-off, the heap, direct and managed memory, beside what the talk “Keep it going” makes of them.',
  })
  @ApiBody({ type: LegacyContainerRequestModel, examples: { keepItGoing: { value: LEGACY_CONTAINER } } })
  @ApiOkResponse({ type: LegacyContainerMemoryModel })
  @ApiProblems('INVALID_VALUE', 'FLINK_REJECTS_CONFIG')
  legacyContainer(@Body() body: unknown): string {
    return exactJson(legacyContainer(body));
  }
}

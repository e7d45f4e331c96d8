import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { diagnose } from './diagnose-memory.js';
import { DiagnosisModel } from './diagnosis.model.js';
import { DiagnoseMemoryRequestModel } from './diagnosis-request.model.js';
import { exactJson } from './exact-json.js';
import { HEAP_SPACE } from './memory-examples.js';

@ApiTags('Calculators')
@Controller('v1/memory')
export class DiagnoseMemoryController {
  @Post('diagnose')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'diagnoseMemory',
    summary: 'Which memory ran out, and what to do',
    description:
      'From an exception, log lines, an exit code or what the cluster says. A text that matches nothing says so.',
  })
  @ApiBody({ type: DiagnoseMemoryRequestModel, examples: { heapSpace: { value: HEAP_SPACE } } })
  @ApiOkResponse({ type: DiagnosisModel })
  @ApiProblems('INVALID_VALUE')
  diagnose(@Body() body: unknown): string {
    return exactJson(diagnose(body));
  }
}

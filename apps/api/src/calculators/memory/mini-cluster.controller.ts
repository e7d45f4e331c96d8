import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { exactJson } from './exact-json.js';
import { TINY_FLINK } from './memory-examples.js';
import { miniCluster } from './mini-cluster.js';
import { MiniClusterMemoryModel } from './mini-cluster.model.js';
import { MiniClusterMemoryRequestModel } from './mini-cluster-request.model.js';

@ApiTags('Calculators')
@Controller('v1/memory')
export class MiniClusterController {
  @Post('mini-cluster')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'miniClusterMemory',
    summary: 'The memory of a whole Flink cluster in one JVM',
    description: 'A heap that is too small is a result with starts: false, not an error.',
  })
  @ApiBody({ type: MiniClusterMemoryRequestModel, examples: { tinyFlink: { value: TINY_FLINK } } })
  @ApiOkResponse({ type: MiniClusterMemoryModel })
  @ApiProblems('INVALID_VALUE')
  miniCluster(@Body() body: unknown): string {
    return exactJson(miniCluster(body));
  }
}

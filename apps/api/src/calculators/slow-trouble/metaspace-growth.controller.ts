import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { MetaspaceGrowthModel, MetaspaceGrowthRequestModel } from './metaspace-growth.model.js';
import { growthOfMetaspace } from './slow-trouble.js';
import { LEAK_KNOWN, LEAK_OBSERVED } from './slow-trouble-examples.js';

@ApiTags('Calculators')
@Controller('v1/memory')
export class MetaspaceGrowthController {
  @Post('metaspace-growth')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'metaspaceGrowth',
    summary: 'Whether submissions fill the metaspace of a session cluster, and how often to restart it',
    description: 'From a known leak, or from a series by least squares; no leak is an answer.',
  })
  @ApiBody({
    type: MetaspaceGrowthRequestModel,
    examples: { known: { value: LEAK_KNOWN }, observed: { value: LEAK_OBSERVED } },
  })
  @ApiOkResponse({ type: MetaspaceGrowthModel })
  @ApiProblems('INVALID_VALUE')
  metaspaceGrowth(@Body() body: unknown): object {
    return growthOfMetaspace(body);
  }
}

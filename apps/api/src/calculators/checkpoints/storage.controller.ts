import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { checkpointStorage } from './storage.js';
import { StorageModel } from './storage.model.js';
import { LARGE_STATE, OWN_PRICES } from './storage-examples.js';
import { StorageRequestModel } from './storage-request.model.js';

@ApiTags('Calculators')
@Controller('v1/checkpoints')
export class StorageController {
  @Post('storage')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkpointStorage',
    summary: 'The cheapest disk that meets a need, and the state backend',
    description:
      'Prices are rows with a date, which a request may replace. No volume that fits is a result, with what the rows lack.',
  })
  @ApiBody({
    type: StorageRequestModel,
    examples: { largeState: { value: LARGE_STATE }, ownPrices: { value: OWN_PRICES } },
  })
  @ApiOkResponse({ type: StorageModel })
  @ApiProblems('INVALID_VALUE')
  checkpointStorage(@Body() body: unknown): object {
    return checkpointStorage(body);
  }
}

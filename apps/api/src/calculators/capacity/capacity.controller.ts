import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { capacityJson } from './capacity-json.js';
import { CapacityPlanModel } from './capacity-plan.model.js';
import { CapacityRequestModel } from './capacity-request.model.js';
import { KEEP_IT_GOING } from './keep-it-going.js';
import { planCapacity } from './plan-capacity.js';

@ApiTags('Calculators')
@Controller('v1')
export class CapacityController {
  @Post('capacity')
  @HttpCode(200)
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'capacity',
    summary: 'Plan the capacity of a cluster for a streaming job',
    description:
      'A plan that cannot work is a result with the resource that binds, not an error. Nothing is stored.',
  })
  @ApiBody({ type: CapacityRequestModel, examples: { keepItGoing: { value: KEEP_IT_GOING } } })
  @ApiOkResponse({ type: CapacityPlanModel })
  capacity(@Body() body: unknown): string {
    return capacityJson(planCapacity(body));
  }
}

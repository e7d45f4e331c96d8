import { Body, Controller, Get, Header, Headers, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CONFIG_FORMATS } from '@plimsoll/flink-config';
import type { FastifyReply } from 'fastify';
import { RenderedConfigModel } from '../calculators/config/render-config.model.js';
import { ApiPage } from '../history/api-page.js';
import { ApiStoredId } from '../history/api-stored-id.js';
import { type PageArguments, pageOfQuery } from '../history/page-request.js';
import { ApiIdempotencyKey } from '../idempotency/api-idempotency-key.js';
import { idempotencyKey } from '../idempotency/key.js';
import { ApiProblems } from '../problem/api-problems.js';
import { type Caller, CurrentCaller, Scope } from '../workspaces/index.js';
import { comparedIds } from './compared-ids.js';
import { comparison } from './comparison.js';
import { ComparisonModel } from './comparison.model.js';
import { PlanModel, PlanPageModel, PlanRequestModel } from './plan.model.js';
import { PlanService } from './plan.service.js';
import { planPageText } from './plan-page-text.js';
import { readPlanRequest } from './read-plan-request.js';
import { configFormatOf, renderedConfigOf } from './rendered-config.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Plans go out as the text that is stored. */
@ApiTags('Plans')
@Controller('v1')
export class PlanController {
  constructor(private readonly plans: PlanService) {}

  @Post('profiles/:id/plans')
  @ApiOperation({ operationId: 'createPlan', summary: 'Make a plan of a profile and store it' })
  @ApiStoredId()
  @ApiBody({ type: PlanRequestModel, required: false })
  @ApiCreatedResponse({ type: PlanModel, headers: { Location: { schema: { type: 'string' } } } })
  @ApiIdempotencyKey()
  @Scope('plans:write')
  @Header('Content-Type', JSON_TYPE)
  async create(
    @CurrentCaller() caller: Caller,
    @Param('id') profileId: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const order = { profileId, ...readPlanRequest(body) };
    const plan = await this.plans.create(caller.workspaceId, order, idempotencyKey(key));
    reply.header('Location', `/v1/plans/${plan.id}`);
    return plan.document;
  }

  @Get('profiles/:id/plans')
  @ApiOperation({ operationId: 'plans', summary: 'The plans of a profile, also of a deleted one' })
  @ApiStoredId()
  @ApiPage(PlanPageModel)
  @Header('Content-Type', JSON_TYPE)
  async list(
    @CurrentCaller() caller: Caller,
    @Param('id') profileId: string,
    @Query() query: PageArguments,
  ): Promise<string> {
    return planPageText(await this.plans.page(caller.workspaceId, profileId, pageOfQuery('plans', query)));
  }

  @Get('plans/compare')
  @ApiOperation({ operationId: 'comparePlans', summary: 'How the head differs from the base' })
  @ApiQuery({ name: 'base', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'head', schema: { type: 'string', format: 'uuid' } })
  @ApiOkResponse({ type: ComparisonModel })
  @ApiProblems('NOT_FOUND')
  async compare(@CurrentCaller() caller: Caller, @Query() query: object): Promise<ComparisonModel> {
    const { base, head } = comparedIds(query);
    return comparison(...(await this.plans.pair(caller.workspaceId, base, head)));
  }

  @Get('plans/:id/config')
  @ApiOperation({
    operationId: 'renderedConfig',
    summary: 'The Flink configuration that a plan recommends, as a file',
    description: 'Each changed value with its reason as a comment, where the format has comments.',
  })
  @ApiStoredId()
  @ApiQuery({ name: 'format', enum: CONFIG_FORMATS })
  @ApiOkResponse({ type: RenderedConfigModel })
  @ApiProblems('NOT_FOUND', 'INVALID_PARAMETER', 'INVALID_VALUE')
  async config(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() query: object,
  ): Promise<RenderedConfigModel> {
    return renderedConfigOf(await this.plans.get(caller.workspaceId, id), configFormatOf(query));
  }

  @Get('plans/:id')
  @ApiOperation({ operationId: 'plan', summary: 'A plan, byte for byte as it was stored' })
  @ApiStoredId()
  @ApiOkResponse({ type: PlanModel })
  @Header('Content-Type', JSON_TYPE)
  async get(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<string> {
    const plan = await this.plans.get(caller.workspaceId, id);
    return plan.document;
  }
}

import { Body, Controller, Get, Header, Headers, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type PageArguments, pageOfQuery } from '../history/page-request.js';
import { idempotencyKey } from '../idempotency/key.js';
import { type Caller, CurrentCaller, Scope } from '../workspaces/index.js';
import { comparedIds } from './compared-ids.js';
import { comparison } from './comparison.js';
import type { ComparisonModel } from './comparison.model.js';
import { PlanService } from './plan.service.js';
import { planPageText } from './plan-page-text.js';
import { readPlanRequest } from './read-plan-request.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Plans go out as the text that is stored. */
@Controller('v1')
export class PlanController {
  constructor(private readonly plans: PlanService) {}

  @Post('profiles/:id/plans')
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
  @Header('Content-Type', JSON_TYPE)
  async list(
    @CurrentCaller() caller: Caller,
    @Param('id') profileId: string,
    @Query() query: PageArguments,
  ): Promise<string> {
    return planPageText(await this.plans.page(caller.workspaceId, profileId, pageOfQuery('plans', query)));
  }

  @Get('plans/compare')
  async compare(@CurrentCaller() caller: Caller, @Query() query: object): Promise<ComparisonModel> {
    const { base, head } = comparedIds(query);
    return comparison(...(await this.plans.pair(caller.workspaceId, base, head)));
  }

  @Get('plans/:id')
  @Header('Content-Type', JSON_TYPE)
  async get(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<string> {
    const plan = await this.plans.get(caller.workspaceId, id);
    return plan.document;
  }
}

import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExampleService } from '../examples/example.service.js';
import { PlanService } from '../plans/plan.service.js';
import { type Caller, CurrentCaller, Open, Scope } from '../workspaces/index.js';
import { FIRST_PAGE } from './first-page.js';
import { hasPage, PAGE_POLICY, pageTag } from './page-headers.js';
import { StoredPages } from './stored-pages.js';

const HTML = { 'text/html': { schema: { type: 'string' as const } } };

/** Pages for people. */
@ApiTags('Pages')
@Controller()
export class ReportsController {
  constructor(
    private readonly plans: PlanService,
    private readonly examples: ExampleService,
    private readonly pages: StoredPages,
  ) {}

  @Get()
  @Open()
  @ApiOperation({ operationId: 'samplePage', summary: 'The sample plan as a page', security: [] })
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'HTML with charts in SVG', content: HTML })
  async sample(
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const plan = await this.examples.samplePlan();
    const page = plan === undefined ? FIRST_PAGE : this.pages.of(plan);
    return answer(reply, page, 'public', ifNoneMatch);
  }

  @Get('v1/plans/:id/page')
  @Scope('plans:read')
  @ApiOperation({ operationId: 'planPage', summary: 'A plan as a page' })
  @ApiProduces('text/html')
  @ApiOkResponse({ description: 'HTML with charts in SVG', content: HTML })
  async page(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const plan = await this.plans.get(caller.workspaceId, id);
    return answer(reply, this.pages.of(plan), 'private', ifNoneMatch);
  }
}

/** A page may be kept by whoever may see it, and is asked for anew with its tag: another version of the service draws another. */
function answer(
  reply: FastifyReply,
  page: string,
  seenBy: 'public' | 'private',
  ifNoneMatch: string | undefined,
): string {
  const tag = pageTag(page);
  reply.headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': PAGE_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': `${seenBy}, no-cache`,
    ETag: tag,
  });
  if (!hasPage(ifNoneMatch, tag)) return page;
  reply.code(304);
  return '';
}

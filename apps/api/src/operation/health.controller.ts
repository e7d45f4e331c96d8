import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemException } from '../problem/problem-exception.js';
import { Open } from '../workspaces/access.js';
import { Readiness } from './readiness.js';

const answer = (status: string) => ({
  schema: {
    type: 'object' as const,
    required: ['status'],
    properties: { status: { type: 'string', const: status } },
  },
});

@ApiTags('operation')
@Open()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'live', summary: 'Whether the process runs', security: [] })
  @ApiOkResponse({ description: 'It runs.', ...answer('live') })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'ready', summary: 'Whether requests should be sent here', security: [] })
  @ApiOkResponse({ description: 'The database answers.', ...answer('ready') })
  async ready(): Promise<{ status: 'ready' }> {
    const standing = await this.readiness.standing();
    if (standing === 'ready') return { status: 'ready' };
    throw new ProblemException('UNAVAILABLE', {
      detail: standing === 'stopping' ? 'This instance is stopping.' : 'The database does not answer.',
      headers: { 'Retry-After': '1' },
    });
  }
}

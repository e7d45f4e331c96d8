import { createReadStream, type ReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ProblemException } from '../problem/problem-exception.js';
import { Open } from '../workspaces/access.js';
import { ASSETS, OPENAPI_FILE, SCHEMA_FILE } from './files.js';
import { DOCS_JS, DOCS_PAGE, GRAPHIQL_JS, GRAPHIQL_PAGE, PAGE_POLICY, PAGES_CSS } from './pages.js';

const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

const OWN: Readonly<Record<string, { readonly text: string; readonly type: string }>> = {
  'docs.js': { text: DOCS_JS, type: SCRIPT },
  'start-graphiql.js': { text: GRAPHIQL_JS, type: SCRIPT },
  'pages.css': { text: PAGES_CSS, type: 'text/css; charset=utf-8' },
};

/** The service describes its interfaces: as documents, and as pages to try them in. */
@ApiTags('Documents')
@Open()
@Controller()
export class DocumentsController {
  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({ operationId: 'openapi', summary: 'This document', security: [] })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  openapi(): Promise<Buffer> {
    return readFile(OPENAPI_FILE);
  }

  @Get('schema.graphql')
  @Header('Content-Type', 'application/graphql; charset=utf-8')
  @ApiOperation({ operationId: 'schema', summary: 'The schema of /graphql', security: [] })
  @ApiOkResponse({ content: { 'application/graphql': { schema: { type: 'string' } } } })
  schema(): Promise<Buffer> {
    return readFile(SCHEMA_FILE);
  }

  @Get('docs')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  @ApiExcludeEndpoint()
  docs(): string {
    return DOCS_PAGE;
  }

  @Get('graphiql')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  @ApiExcludeEndpoint()
  graphiql(): string {
    return GRAPHIQL_PAGE;
  }

  @Get('assets/:name')
  @Header('Cache-Control', 'public, max-age=3600')
  @ApiExcludeEndpoint()
  asset(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): string | ReadStream {
    const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
    const packaged = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
    if (own === undefined && packaged === undefined) throw new ProblemException('NOT_FOUND');
    reply.type(own?.type ?? packaged?.type ?? '');
    return own?.text ?? createReadStream(packaged?.file ?? '');
  }
}

import { Body, Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { PARSED_FORMATS } from '@plimsoll/flink-config';
import { SEVERITIES } from '@plimsoll/rules';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems } from '../../problem/index.js';
import { LintedConfigModel } from './lint.model.js';
import { failsOn, findingsProblem, judgedConfig, mapLinted, sarifOf } from './lint-config.js';
import { EIGHT_GIGABYTES, POD_LIMIT } from './lint-examples.js';
import { lintParameters } from './lint-parameters.js';
import { LintConfigRequestModel } from './lint-request.model.js';

@ApiTags('Calculators')
@Controller('v1/config')
export class LintController {
  @Post('lint')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'lintConfig',
    summary: 'What is wrong with a configuration, and the mended one',
    description:
      'Findings with their numbers and fixes. `failOn=warning` answers 422 `FINDINGS_AT_OR_ABOVE` where there is one as severe, for pipelines; `format=sarif` answers a SARIF 2.1.0 log with either status. The body may be the text itself (`Content-Type: text/plain` or `application/yaml`), with `flinkVersion` and `textFormat` as parameters. A body may have 4 MiB.',
  })
  @ApiQuery({ name: 'failOn', required: false, enum: SEVERITIES })
  @ApiQuery({ name: 'format', required: false, enum: ['json', 'sarif'] })
  @ApiQuery({ name: 'uri', required: false, description: 'What the file is called in SARIF.' })
  @ApiQuery({ name: 'flinkVersion', required: false, description: 'Of a body that is the text itself.' })
  @ApiQuery({ name: 'textFormat', required: false, enum: PARSED_FORMATS })
  @ApiBody({
    type: LintConfigRequestModel,
    examples: { podLimit: { value: POD_LIMIT }, file: { value: EIGHT_GIGABYTES } },
  })
  @ApiOkResponse({ type: LintedConfigModel })
  @ApiProblems('INVALID_VALUE', 'INVALID_PARAMETER', 'FLINK_REJECTS_CONFIG', 'FINDINGS_AT_OR_ABOVE')
  lint(
    @Body() body: unknown,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): object {
    const { failOn, format, uri, flinkVersion, textFormat } = lintParameters(query);
    const judged = judgedConfig(
      isText(request) ? { flinkVersion, format: textFormat, text: body ?? '' } : body,
    );
    const fails = failOn !== undefined && failsOn(judged.linted, failOn);
    if (format === 'sarif') {
      reply.code(fails ? 422 : 200).type('application/sarif+json');
      return sarifOf(judged, uri, `${request.protocol}://${request.host}`);
    }
    if (fails) throw findingsProblem(judged.linted, failOn);
    return mapLinted(judged.linted);
  }
}

const isText = ({ headers }: FastifyRequest): boolean =>
  headers['content-type'] !== undefined && !headers['content-type'].startsWith('application/json');

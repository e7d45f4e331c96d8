import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { parsedConfig, renderedConfig } from './config-files.js';
import { FLAT_FILE, FLINK_DEPLOYMENT, STANDARD_FILE, TO_WRITE } from './file-examples.js';
import { ParseConfigRequestModel, ParsedConfigModel } from './parse-config.model.js';
import { RenderConfigRequestModel, RenderedConfigModel } from './render-config.model.js';

@ApiTags('Calculators')
@Controller('v1/config')
export class ConfigFilesController {
  @Post('parse')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'parseConfig',
    summary: 'What Flink reads of a file',
    description:
      'As the parser of that version reads it, with everything that it drops or misreads in silence. A file that it would not load is 422 `FLINK_REJECTS_CONFIG` with its exception. A body may have 4 MiB.',
  })
  @ApiBody({
    type: ParseConfigRequestModel,
    examples: {
      flatFile: { value: FLAT_FILE },
      standardFile: { value: STANDARD_FILE },
      flinkDeployment: { value: FLINK_DEPLOYMENT },
    },
  })
  @ApiOkResponse({ type: ParsedConfigModel })
  @ApiProblems('INVALID_VALUE', 'FLINK_REJECTS_CONFIG')
  parse(@Body() body: unknown): object {
    return parsedConfig(body);
  }

  @Post('render')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'renderConfig',
    summary: 'A configuration as a file that Flink loads',
    description:
      'Quoted so that the parser of that version reads back the very same values; those that it could not are refused by name. Keys are in alphabetical order. A body may have 4 MiB.',
  })
  @ApiBody({ type: RenderConfigRequestModel, examples: { standardFile: { value: TO_WRITE } } })
  @ApiOkResponse({ type: RenderedConfigModel })
  @ApiProblems('INVALID_VALUE')
  render(@Body() body: unknown): object {
    return renderedConfig(body);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ApiPage } from '../history/api-page.js';
import { restPage } from '../history/page.js';
import { FlinkOptionOfKeyModel, FlinkOptionPageModel } from './option.model.js';
import { type OptionArguments, optionModel, optionOfKey, optionPage } from './options.js';

const ApiFlinkVersion = () =>
  ApiQuery({
    name: 'flinkVersion',
    required: false,
    description: '1.10 to 1.20 or 2.0 to 2.3; the newest, unless told.',
    schema: { type: 'string', example: '1.20' },
  });

@ApiTags('Reference')
@Controller('v1/reference/options')
export class OptionsController {
  @Get()
  @ApiOperation({ operationId: 'flinkOptions', summary: 'Every configuration option of a version of Flink' })
  @ApiFlinkVersion()
  @ApiQuery({
    name: 'q',
    required: false,
    description: 'Words that all occur in the key, an old key, the type, a value or the class.',
    schema: { type: 'string', maxLength: 200, example: 'network memory' },
  })
  @ApiPage(FlinkOptionPageModel, 'By key; with a query those whose keys fit it best first.')
  options(@Query() query: OptionArguments) {
    return restPage(optionPage(query, ['flinkVersion', 'q', 'first', 'after']), optionModel);
  }

  @Get(':key')
  @ApiOperation({
    operationId: 'flinkOption',
    summary: 'The option that a key sets',
    description: 'Where there is none, the problem has `nearestKeys`: keys that were probably meant.',
  })
  @ApiParam({ name: 'key', type: String, example: 'taskmanager.memory.process.size' })
  @ApiFlinkVersion()
  @ApiOkResponse({ type: FlinkOptionOfKeyModel })
  option(@Param('key') key: string, @Query() query: OptionArguments): FlinkOptionOfKeyModel {
    return optionOfKey(key, query, ['flinkVersion']);
  }
}

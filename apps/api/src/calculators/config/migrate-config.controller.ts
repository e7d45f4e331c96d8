import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../problem/index.js';
import { migrateConfig } from './migrate-config.js';
import { ConfigMigrationModel, MigrateConfigRequestModel } from './migration.model.js';
import { FROM_1_TO_2 } from './migration-examples.js';

@ApiTags('Calculators')
@Controller('v1/config')
export class MigrateConfigController {
  @Post('migrate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'migrateConfig',
    summary: 'A configuration as another version of Flink needs it',
    description: 'Keys, values and defaults; upwards and downwards, in one call over any distance.',
  })
  @ApiBody({ type: MigrateConfigRequestModel, examples: { from1To2: { value: FROM_1_TO_2 } } })
  @ApiOkResponse({ type: ConfigMigrationModel })
  @ApiProblems('INVALID_VALUE')
  migrate(@Body() body: unknown): object {
    return migrateConfig(body);
  }
}

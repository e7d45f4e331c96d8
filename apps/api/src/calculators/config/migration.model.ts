import type { Migration, MigrationRequest } from '@plimsoll/flink-config';
import { Answer, ConfigMap, List, Request, Str } from '../../fields/index.js';
import { FindingModel } from '../capacity/trace.model.js';
import { ConfigChangeModel } from '../memory/tuning.model.js';

@Request('MigrateConfig', 'A configuration, and the version of Flink that it is to move to.')
export class MigrateConfigRequestModel implements MigrationRequest {
  @Str({ description: '1.10 to 1.20 or 2.0 to 2.3; a patch number narrows nothing.', example: '1.18' })
  flinkVersion: string;

  @Str({ description: 'Newer or older.', example: '2.3' })
  targetVersion: string;

  @ConfigMap({ example: { 'state.backend': 'rocksdb' } })
  config: Record<string, string>;
}

@Answer('ConfigMigration', 'The configuration as the other version needs it.')
export class ConfigMigrationModel implements Omit<Migration, 'findings'> {
  @ConfigMap({ description: 'Complete, with what the caller sent.' })
  config: Record<string, string>;

  @List(() => ConfigChangeModel, {
    description: 'All of them together make the one configuration the other.',
  })
  changes: ConfigChangeModel[];

  @List(() => FindingModel, { description: 'What is lost, refused, doubtful, or another default.' })
  findings: FindingModel[];
}

import type { FindingEvidence, MigrationFinding } from '@plimsoll/flink-config';
import { Answer, List, Nested, OneOf, Text } from '../../fields/index.js';
import { Json } from '../../history/json.js';
import { ConfigPatchModel } from '../capacity/trace.model.js';
import { SEVERITY } from '../capacity/words.js';

@Answer('ConfigEvidence', 'What a finding rests on.')
export class ConfigEvidenceModel implements FindingEvidence {
  @Text()
  name: string;

  @Json({ description: 'A number or a text, in the unit beside it.' })
  value: string;

  @Text()
  unit: string;

  @Text({ description: 'A pointer into the request, a configuration key, or what of Flink says so.' })
  from: string;
}

@Answer('ConfigFinding', 'What its owner should know of a configuration.')
export class ConfigFindingModel implements MigrationFinding {
  @Text({ description: 'Stable, in kebab-case.', example: 'default-changed' })
  ruleId: string;

  @OneOf(SEVERITY)
  severity: MigrationFinding['severity'];

  @Text()
  title: string;

  @Text()
  message: string;

  @Text({ description: 'A JSON pointer when it begins with /, else a configuration key.' })
  path: string;

  @List(() => ConfigEvidenceModel)
  evidence: ConfigEvidenceModel[];

  @Nested(() => ConfigPatchModel, { optional: true })
  fix?: ConfigPatchModel;

  @Text({ description: 'Where the service itself says more.' })
  reference: string;
}

import type { Finding } from '@plimsoll/planner';
import type { Step, StepInput } from '@plimsoll/trace';
import { Answer, ConfigMap, List, Nested, OneOf, Quantity, Text, Texts } from '../../fields/index.js';
import { EVIDENCE_MARK, SEVERITY } from './words.js';

const UNIT =
  'Base unit: bytes, bytesPerSecond, perSecond, ms, count, ratio, cores, operationsPerSecond, micros.';

@Answer('StepInput', 'One number that a formula works on.')
export class StepInputModel implements StepInput {
  @Text({ description: 'As it stands in the formula.' })
  name: string;

  @Quantity({ description: 'In the unit beside it.' })
  value: number;

  @Text({ description: UNIT })
  unit: StepInput['unit'];

  @Text({
    description:
      'A pointer into the request, a parameter’s id, flink:<option>, or the key of an earlier step.',
  })
  from: string;
}

@Answer('Step', 'One derived figure, after those that it is made of.')
export class StepModel implements Step {
  @Text()
  key: string;

  @Text()
  label: string;

  @Quantity()
  value: number;

  @Text({ description: UNIT })
  unit: Step['unit'];

  @Text()
  formula: string;

  @List(() => StepInputModel)
  inputs: StepInputModel[];

  @Text({ description: 'Number of the formula: GET /v1/reference/formulas/{id}.', example: 'F1.3' })
  reference: string;

  @OneOf(EVIDENCE_MARK)
  evidence: Step['evidence'];

  @Text({
    optional: true,
    description: 'Which branch of a case distinction was taken, or which limit bound.',
  })
  note?: string;

  @Quantity({ optional: true, description: 'Of a figure that has limits: what it was before them.' })
  uncapped?: number;

  @Text({
    optional: true,
    description: 'The option, parameter or pointer of the limit that bound; null where none did.',
  })
  boundBy?: string | null;
}

@Answer('ConfigPatch', 'What to change in the Flink configuration.')
export class ConfigPatchModel {
  @ConfigMap()
  set: Record<string, string>;

  @Texts()
  unset: string[];
}

@Answer('Finding')
export class FindingModel implements Finding {
  @Text({ description: 'Stable, in kebab-case.', example: 'talk-omits-entry-overhead' })
  ruleId: string;

  @OneOf(SEVERITY)
  severity: Finding['severity'];

  @Text()
  title: string;

  @Text()
  message: string;

  @Text({ description: 'A JSON pointer when it begins with /, else a configuration key.' })
  path: string;

  @List(() => StepInputModel)
  evidence: StepInputModel[];

  @Nested(() => ConfigPatchModel, { optional: true })
  fix?: ConfigPatchModel;

  @Text({ description: 'Number of the formula.' })
  reference: string;
}

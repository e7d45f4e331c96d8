import type { Parameter } from '@plimsoll/trace';
import { EVIDENCE_MARK } from '../calculators/capacity/words.js';
import { Answer, List, Num, OneOf, Text } from '../fields/index.js';

@Answer(
  'Parameter',
  'A constant of the service. One id has several rows where its value depends on a condition.',
)
export class ParameterModel implements Parameter {
  @Text({ example: 'cluster.targetUtilization' })
  id: string;

  @Num({ description: 'In the unit beside it.' })
  value: number;

  @Text()
  unit: Parameter['unit'];

  @Text()
  description: string;

  @Text({ description: 'The formula that it belongs to.' })
  reference: string;

  @OneOf(EVIDENCE_MARK)
  evidence: Parameter['evidence'];

  @Text({ description: 'Flink versions that it holds for.' })
  versions: string;

  @Text({ optional: true, description: 'The condition under which this row applies.' })
  when?: string;
}

@Answer('ParameterList')
export class ParameterListModel {
  @List(() => ParameterModel)
  items: ParameterModel[];
}

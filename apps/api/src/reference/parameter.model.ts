import type { Parameter } from '@plimsoll/trace';
import { EVIDENCE_MARK } from '../calculators/capacity/words.js';
import { Answer, List, Num, OneOf, Str } from '../fields/index.js';

@Answer(
  'Parameter',
  'A constant of the service. One id has several rows where its value depends on a condition.',
)
export class ParameterModel implements Parameter {
  @Str({ example: 'cluster.targetUtilization' })
  id: string;

  @Num({ description: 'In the unit beside it.' })
  value: number;

  @Str()
  unit: Parameter['unit'];

  @Str()
  description: string;

  @Str({ description: 'The formula that it belongs to.' })
  reference: string;

  @OneOf(EVIDENCE_MARK)
  evidence: Parameter['evidence'];

  @Str({ description: 'Flink versions that it holds for.' })
  versions: string;

  @Str({ optional: true, description: 'The condition under which this row applies.' })
  when?: string;
}

@Answer('ParameterList')
export class ParameterListModel {
  @List(() => ParameterModel)
  items: ParameterModel[];
}

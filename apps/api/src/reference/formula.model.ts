import type { FormulaEntry, FormulaExpression } from '@plimsoll/trace';
import { EVIDENCE_MARK } from '../calculators/capacity/words.js';
import { Answer, List, OneOf, Text, Texts } from '../fields/index.js';

@Answer('FormulaOperand', 'What a formula works on.')
export class FormulaOperandModel {
  @Text({ description: 'As it stands in the formula.' })
  name: string;

  @Text()
  unit: FormulaExpression['unit'];
}

@Answer('FormulaExpression', 'One piece of arithmetic that the service computes.')
export class FormulaExpressionModel implements FormulaExpression {
  @Text()
  label: string;

  @Text({ description: 'In words and symbols.' })
  text: string;

  @Text()
  unit: FormulaExpression['unit'];

  @List(() => FormulaOperandModel)
  inputs: FormulaOperandModel[];

  @OneOf(EVIDENCE_MARK)
  evidence: FormulaExpression['evidence'];
}

@Answer('Formula', 'One number of the formula table.')
export class FormulaModel implements FormulaEntry {
  @Text({ example: 'F1.3' })
  id: string;

  @Text()
  title: string;

  @Text({ description: 'Where it comes from.' })
  source: string;

  @OneOf(EVIDENCE_MARK)
  evidence: FormulaEntry['evidence'];

  @List(() => FormulaExpressionModel)
  expressions: FormulaExpressionModel[];

  @Texts({ description: 'The calculators that use it.' })
  usedBy: string[];
}

@Answer('FormulaList')
export class FormulaListModel {
  @List(() => FormulaModel)
  items: FormulaModel[];
}

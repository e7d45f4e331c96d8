import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { FormulaListModel, FormulaModel } from './formula.model.js';
import { ParameterListModel } from './parameter.model.js';
import { formulaOf, formulas, parameters, parametersOf } from './reference.js';
import { RuleListModel, RuleModel } from './rule.model.js';
import { ruleOf, rules } from './rules.js';

@ApiTags('Reference')
@Controller('v1/reference')
export class ReferenceController {
  @Get('formulas')
  @ApiOperation({ operationId: 'formulas', summary: 'Every formula, with its inputs, source and firmness' })
  @ApiOkResponse({ type: FormulaListModel })
  formulas(): FormulaListModel {
    return { items: formulas() };
  }

  @Get('formulas/:id')
  @ApiOperation({ operationId: 'formula', summary: 'One formula' })
  @ApiParam({ name: 'id', type: String, example: 'F1.3' })
  @ApiOkResponse({ type: FormulaModel })
  formula(@Param('id') id: string): FormulaModel {
    return formulaOf(id);
  }

  @Get('parameters')
  @ApiOperation({
    operationId: 'parameters',
    summary: 'Every constant, with its unit, reference and firmness',
  })
  @ApiOkResponse({ type: ParameterListModel })
  parameters(): ParameterListModel {
    return { items: parameters() };
  }

  @Get('parameters/:id')
  @ApiOperation({ operationId: 'parameter', summary: 'One constant: a row for each condition' })
  @ApiParam({ name: 'id', type: String, example: 'cluster.targetUtilization' })
  @ApiOkResponse({ type: ParameterListModel })
  parameter(@Param('id') id: string): ParameterListModel {
    return { items: parametersOf(id) };
  }

  @Get('rules')
  @ApiOperation({ operationId: 'rules', summary: 'Every rule that configurations are judged by' })
  @ApiOkResponse({ type: RuleListModel })
  rules(): RuleListModel {
    return { items: rules() };
  }

  @Get('rules/:id')
  @ApiOperation({ operationId: 'rule', summary: 'One rule: why it matters and what to do' })
  @ApiParam({ name: 'id', type: String, example: 'tm-process-exceeds-pod-limit' })
  @ApiOkResponse({ type: RuleModel })
  rule(@Param('id') id: string): RuleModel {
    return ruleOf(id);
  }
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { FormulaModel } from './formula.model.js';
import { ParameterModel } from './parameter.model.js';
import { formulaOf, formulas, parameters, parametersOf } from './reference.js';
import { RuleModel } from './rule.model.js';
import { ruleOf, rules } from './rules.js';

@Resolver()
export class ReferenceResolver {
  @Query(() => [FormulaModel], { description: 'Every formula, with its inputs, source and firmness.' })
  formulas(): FormulaModel[] {
    return formulas();
  }

  @Query(() => FormulaModel)
  formula(@Args('id', { type: () => String }) id: string): FormulaModel {
    return formulaOf(id);
  }

  @Query(() => [ParameterModel], { description: 'Every constant, with its unit, reference and firmness.' })
  parameters(): ParameterModel[] {
    return parameters();
  }

  @Query(() => [ParameterModel], { description: 'One constant: a row for each condition.' })
  parameter(@Args('id', { type: () => String }) id: string): ParameterModel[] {
    return parametersOf(id);
  }

  @Query(() => [RuleModel], { description: 'Every rule that configurations are judged by.' })
  rules(): RuleModel[] {
    return rules();
  }

  @Query(() => RuleModel)
  rule(@Args('id', { type: () => String }) id: string): RuleModel {
    return ruleOf(id);
  }
}

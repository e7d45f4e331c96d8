import { RULE_SETS, RULES, type Rule } from '@plimsoll/rules';
import { ProblemException } from '../problem/problem-exception.js';
import type { RuleModel } from './rule.model.js';

const MODELS: readonly RuleModel[] = RULES.map(ruleModel);

function ruleModel({
  check: _,
  needs,
  sets = RULE_SETS,
  since = undefined,
  until = undefined,
  ...rule
}: Rule): RuleModel {
  return { ...rule, needs: [...needs], sets: [...sets], since: since ?? null, until: until ?? null };
}

/** Every rule, by id. */
export const rules = (): RuleModel[] => [...MODELS];

/** Throws NOT_FOUND where there is no rule of that id. */
export function ruleOf(id: string): RuleModel {
  const found = MODELS.find((rule) => rule.id === id);
  if (found === undefined) throw new ProblemException('NOT_FOUND', { detail: 'There is no such rule.' });
  return found;
}

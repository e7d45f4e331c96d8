import { CHECKPOINT_FORMULAS, CHECKPOINT_PARAMETERS } from '@plimsoll/checkpoint';
import { MEMORY_FORMULAS, MEMORY_PARAMETERS } from '@plimsoll/memory';
import { FORMULAS, PARAMETERS } from '@plimsoll/planner';
import { joinedTables } from '@plimsoll/trace';
import { ProblemException } from '../problem/problem-exception.js';
import { FormulaModel } from './formula.model.js';
import { ParameterModel } from './parameter.model.js';

const TABLE = joinedTables(FORMULAS, MEMORY_FORMULAS, CHECKPOINT_FORMULAS);
const CONSTANTS = [...new Set([...PARAMETERS, ...MEMORY_PARAMETERS, ...CHECKPOINT_PARAMETERS])];

/** What the service says of its own arithmetic: the tables of its libraries as they travel. */
export const formulas = (): FormulaModel[] =>
  TABLE.map(({ expressions, usedBy, ...entry }) => ({
    ...entry,
    expressions: expressions.map(({ inputs, ...expression }) => ({ ...expression, inputs: [...inputs] })),
    usedBy: [...usedBy],
  }));

export const parameters = (): ParameterModel[] => CONSTANTS.map((parameter) => ({ ...parameter }));

/** Throws NOT_FOUND where there is no formula of that number. */
export function formulaOf(id: string): FormulaModel {
  const found = formulas().find((formula) => formula.id === id);
  if (found === undefined) throw new ProblemException('NOT_FOUND', { detail: 'There is no such formula.' });
  return found;
}

/** Every row of one id, one for each condition. Throws NOT_FOUND where there is none. */
export function parametersOf(id: string): ParameterModel[] {
  const found = parameters().filter((parameter) => parameter.id === id);
  if (found.length === 0) throw new ProblemException('NOT_FOUND', { detail: 'There is no such parameter.' });
  return found;
}

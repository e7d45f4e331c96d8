import {
  getMetadataStorage,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { type FieldRow, fieldRowsOf, type ModelClass } from './field.js';
import type { Stage } from './judge.js';

/** One judge of a field: a constraint of class-validator with its arguments. */
export interface FieldJudge {
  readonly constraint: ValidatorConstraintInterface;
  readonly about: ValidationArguments;
  readonly stage: Stage;
}

export interface ModelField extends FieldRow {
  readonly judges: readonly FieldJudge[];
}

/** A class as the reader of bodies sees it. */
export interface Model {
  readonly type: ModelClass;
  readonly fields: ReadonlyMap<string, ModelField>;
  /** Their names by the name in lower case. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Those that must be there, always or by another field's value. */
  readonly demanding: readonly ModelField[];
}

const models = new WeakMap<ModelClass, Model>();

/**
 * The fields of a class with their judges, taken from class-validator's own metadata once: looking them up anew for each
 * object, as its executor does, costs more than the judging.
 */
export function modelOf(type: ModelClass): Model {
  const known = models.get(type);
  if (known !== undefined) return known;
  const judges = judgesOf(type);
  const rows = new Map<string, ModelField>();
  for (const row of fieldRowsOf(type)) rows.set(row.name, { ...row, judges: judges.get(row.name) ?? [] });
  const demanding = [...rows.values()].filter((row) => !row.optional || row.needed !== undefined);
  const spellings = new Map([...rows.keys()].map((name) => [name.toLowerCase(), name]));
  const model: Model = { type, fields: rows, spellings, demanding };
  models.set(type, model);
  return model;
}

/** Constraints by field, in the order of their declaration. Presence and nesting are the reader's own. */
function judgesOf(type: ModelClass): Map<string, FieldJudge[]> {
  const storage = getMetadataStorage();
  const byField = new Map<string, FieldJudge[]>();
  for (const rule of storage.getTargetValidationMetadatas(type, '', false, false)) {
    if (rule.type !== 'customValidation' || rule.name === 'isDefined') continue;
    for (const { instance } of storage.getTargetValidatorConstraints(rule.constraintCls)) {
      const about: ValidationArguments = {
        targetName: type.name,
        property: rule.propertyName,
        constraints: rule.constraints,
        object: {},
        value: undefined,
      };
      const stage: Stage = rule.context?.stage === 'value' ? 'value' : 'shape';
      const list = byField.get(rule.propertyName) ?? [];
      byField.set(rule.propertyName, [...list, { constraint: instance, about, stage }]);
    }
  }
  return byField;
}

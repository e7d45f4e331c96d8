import type { Rejection } from '@plimsoll/units';
import { pointerTo } from '../problem/pointer.js';
import { isGiven, isNeeded, type ModelClass } from './field.js';
import { type Model, type ModelField, modelOf } from './model.js';
import { isObject } from './nested-fields.js';

/**
 * A body as it was read. `ok`: an instance in base units, with absent fields left out; values that can be read but not
 * used (`1e999`) stand in it as they came, and `unusable` names them. `unreadable`: it does not fit the schema (400).
 * `unusable`: it fits, but a list is too long to be looked at (422).
 */
export type Reading<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly unusable: readonly Rejection[] }
  | { readonly kind: 'unreadable' | 'unusable'; readonly rejections: readonly Rejection[] };

interface Verdicts {
  readonly unreadable: Rejection[];
  readonly unusable: Rejection[];
  /** A list was too long: its items were not read. */
  skipped: boolean;
}

/**
 * Reads parsed JSON as a body of the given class: every unknown and missing field, wrong type, unknown word and
 * unreadable unit, all at once. null stands for absent. Never throws, and costs time in proportion to what it reads.
 */
export function readBody<T extends object>(type: ModelClass<T>, raw: unknown): Reading<T> {
  const verdicts: Verdicts = { unreadable: [], unusable: [], skipped: false };
  const value: T = Object.create(type.prototype);
  Object.assign(value, readObject(modelOf(type), raw, '', verdicts));
  const { unreadable, unusable, skipped } = verdicts;
  if (unreadable.length > 0) return { kind: 'unreadable', rejections: unreadable };
  return skipped ? { kind: 'unusable', rejections: unusable } : { kind: 'ok', value, unusable };
}

function readObject(model: Model, raw: unknown, pointer: string, verdicts: Verdicts): object {
  const object: Record<string, unknown> = {};
  if (!isObject(raw)) {
    const what = pointer === '' ? 'the body must be a JSON object' : 'must be an object';
    verdicts.unreadable.push({ pointer, message: what });
    return object;
  }
  for (const [name, value] of Object.entries(raw)) {
    const field = model.fields.get(name);
    if (field === undefined) verdicts.unreadable.push(unknownField(model, pointer, name));
    else if (isGiven(value)) object[name] = readField(field, value, pointerTo(pointer, name), verdicts);
  }
  for (const field of model.demanding) {
    if (object[field.name] !== undefined) continue;
    if (field.optional && (field.needed === undefined || !isNeeded(field.needed, object))) continue;
    verdicts.unreadable.push({ pointer: pointerTo(pointer, field.name), message: whyMissing(field) });
  }
  return object;
}

function readField(field: ModelField, value: unknown, pointer: string, verdicts: Verdicts): unknown {
  if (Array.isArray(value) && field.list !== undefined && value.length > field.list.max) {
    const message = `has ${value.length} items; at most ${field.list.max} can be planned`;
    verdicts.unusable.push({ pointer, message });
    verdicts.skipped = true;
    return value;
  }
  for (const { constraint, about, stage } of field.judges) {
    if (constraint.validate(value, about)) continue;
    const into = stage === 'shape' ? verdicts.unreadable : verdicts.unusable;
    into.push(
      ...inside(field, value, pointer, constraint.defaultMessage?.({ ...about, value }) ?? 'is not valid'),
    );
    return value;
  }
  return accepted(field, value, pointer, verdicts);
}

function accepted(field: ModelField, value: unknown, pointer: string, verdicts: Verdicts): unknown {
  if (field.nested === undefined) return field.convert === undefined ? value : field.convert(value);
  const model = modelOf(field.nested());
  if (field.list === undefined || !Array.isArray(value)) return readObject(model, value, pointer, verdicts);
  return value.map((item, index) => readObject(model, item, pointerTo(pointer, index), verdicts));
}

/** A rejected list or map by its single bad members; anything else as a whole. */
function inside(field: ModelField, value: unknown, pointer: string, message: string): readonly Rejection[] {
  if (field.members !== undefined && isObject(value)) return field.members(value, pointer);
  const item = field.list?.item;
  if (item === undefined || !Array.isArray(value)) return [{ pointer, message }];
  return value.flatMap((one, index) => {
    const wrong = item(one);
    return wrong === undefined ? [] : [{ pointer: pointerTo(pointer, index), message: wrong }];
  });
}

function unknownField(model: Model, pointer: string, name: string): Rejection {
  const meant = model.spellings.get(name.toLowerCase());
  const hint = meant === undefined ? '' : `; probably ${meant}`;
  return { pointer: pointerTo(pointer, name), message: `is not a known field${hint}` };
}

const whyMissing = ({ needed }: ModelField): string =>
  needed === undefined ? 'is required' : `is required where ${needed.field} is ${needed.values.join(' or ')}`;

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

/** Where an object stands. Most objects are good, so the pointer is only written when something is wrong. */
interface Place {
  readonly above: Place | undefined;
  readonly token: string | number;
}

/**
 * Reads parsed JSON as a body of the given class: every unknown and missing field, wrong type, unknown word and
 * unreadable unit, all at once. null stands for absent. Never throws, and costs time in proportion to what it reads.
 */
export function readBody<T extends object>(type: ModelClass<T>, raw: unknown): Reading<T> {
  const verdicts: Verdicts = { unreadable: [], unusable: [], skipped: false };
  const value: T = Object.create(type.prototype);
  Object.assign(value, readObject(modelOf(type), raw, undefined, verdicts));
  const { unreadable, unusable, skipped } = verdicts;
  if (unreadable.length > 0) return { kind: 'unreadable', rejections: unreadable };
  return skipped ? { kind: 'unusable', rejections: unusable } : { kind: 'ok', value, unusable };
}

function readObject(model: Model, raw: unknown, place: Place | undefined, verdicts: Verdicts): object {
  const object: Record<string, unknown> = {};
  if (!isObject(raw)) {
    const message = place === undefined ? 'the body must be a JSON object' : 'must be an object';
    verdicts.unreadable.push({ pointer: pointerOf(place), message });
    return object;
  }
  for (const name of Object.keys(raw)) {
    const value: unknown = Reflect.get(raw, name);
    const field = model.fields.get(name);
    if (field === undefined) verdicts.unreadable.push(unknownField(model, place, name));
    else if (isGiven(value)) object[name] = readField(field, value, place, verdicts);
  }
  for (const field of model.demanding) {
    if (object[field.name] !== undefined) continue;
    if (field.optional && (field.needed === undefined || !isNeeded(field.needed, object))) continue;
    verdicts.unreadable.push({
      pointer: pointerTo(pointerOf(place), field.name),
      message: whyMissing(field),
    });
  }
  return object;
}

function readField(field: ModelField, value: unknown, above: Place | undefined, verdicts: Verdicts): unknown {
  if (Array.isArray(value) && field.list !== undefined && value.length > field.list.max) {
    const message = `has ${value.length} items; at most ${field.list.max} can be planned`;
    verdicts.unusable.push({ pointer: pointerOf({ above, token: field.name }), message });
    verdicts.skipped = true;
    return value;
  }
  for (const { constraint, about, stage } of field.judges) {
    if (constraint.validate(value, about)) continue;
    const message = constraint.defaultMessage?.({ ...about, value }) ?? 'is not valid';
    const into = stage === 'shape' ? verdicts.unreadable : verdicts.unusable;
    for (const rejection of inside(field, value, pointerOf({ above, token: field.name }), message)) {
      into.push(rejection);
    }
    return value;
  }
  return accepted(field, value, above, verdicts);
}

function accepted(field: ModelField, value: unknown, above: Place | undefined, verdicts: Verdicts): unknown {
  if (field.nested === undefined) return field.convert === undefined ? value : field.convert(value);
  const model = modelOf(field.nested());
  const place: Place = { above, token: field.name };
  if (field.list === undefined || !Array.isArray(value)) return readObject(model, value, place, verdicts);
  return value.map((item, index) => readObject(model, item, { above: place, token: index }, verdicts));
}

const pointerOf = (place: Place | undefined): string =>
  place === undefined ? '' : pointerTo(pointerOf(place.above), place.token);

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

function unknownField(model: Model, place: Place | undefined, name: string): Rejection {
  const meant = model.spellings.get(name.toLowerCase());
  const hint = meant === undefined ? '' : `; probably ${meant}`;
  return { pointer: pointerTo(pointerOf(place), name), message: `is not a known field${hint}` };
}

const whyMissing = ({ needed }: ModelField): string =>
  needed === undefined ? 'is required' : `is required where ${needed.field} is ${needed.values.join(' or ')}`;

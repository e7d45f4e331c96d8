import { applyDecorators } from '@nestjs/common';
import { Field, type ReturnTypeFunc } from '@nestjs/graphql';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Rejection } from '@plimsoll/units';
import { IsDefined, ValidateIf } from 'class-validator';
import type { Enumeration } from './enumeration.js';

/** A class whose fields are declared with the decorators of this folder. */
export type ModelClass<T extends object = object> = abstract new () => T;

/** What every field decorator takes. */
export interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  /** May be left out; null is the same as left out. */
  readonly optional?: boolean;
  /** In answers: always there, but may be null. */
  readonly nullable?: boolean;
  /** May be left out, except where this says otherwise: `neededBy('kind', 'source')`. */
  readonly needed?: Need;
}

/** When a field that may be left out must be there, by the value of another field of the same object. */
export interface Need {
  readonly field: string;
  readonly values: readonly unknown[];
}

export const neededBy = (field: string, ...values: readonly unknown[]): Need => ({ field, values });

/** What is wrong with one item of a list of plain values, or undefined. */
export type ItemJudge = (item: unknown) => string | undefined;

/** How one field of a body is read. What judges it are the class-validator decorators on the same property. */
export interface FieldRow {
  readonly name: string;
  readonly optional: boolean;
  readonly needed?: Need;
  /** A list of at most so many; more is an unusable value, and none of them is looked at. */
  readonly list?: { readonly max: number; readonly item?: ItemJudge };
  /** The class of the object, or of each item of the list. */
  readonly nested?: () => ModelClass;
  /** A value that was judged good, in base units. */
  readonly convert?: (value: unknown) => unknown;
  /** Its two spellings, where it is one of a closed list of words. */
  readonly enumeration?: Enumeration;
  /** What is wrong with single members of a value that is a map: a rejection for each, pointing into it. */
  readonly members?: (map: object, pointer: string) => readonly Rejection[];
}

/** Everything that one field decorator says, for all who read it. */
export interface FieldDefinition
  extends Pick<FieldRow, 'list' | 'nested' | 'convert' | 'enumeration' | 'members'> {
  readonly schema: ApiPropertyOptions;
  readonly graphql: ReturnTypeFunc;
  /** class-validator's decorators: the judges of the value. */
  readonly judges: readonly PropertyDecorator[];
}

const mayBeAbsent = ({ optional, needed }: FieldOptions): boolean =>
  optional === true || needed !== undefined;

/** Whether null may stand in the field: for absent in a request, for unknown in an answer. */
export const mayBeNull = (options: FieldOptions): boolean =>
  mayBeAbsent(options) || options.nullable === true;

const rows = new WeakMap<object, FieldRow[]>();

/** One definition of a field, for REST's schema, GraphQL's schema, validation and reading. */
export function defineField(definition: FieldDefinition, options: FieldOptions): PropertyDecorator {
  const { description, example, needed } = options;
  const optional = mayBeAbsent(options);
  const nullable = mayBeNull(options);
  const about = needed === undefined ? description : withNeed(description, needed);
  const property = optional ? ApiPropertyOptional : ApiProperty;
  return applyDecorators(
    property(Object.assign({}, definition.schema, schemaOptions(about, example, nullable))),
    Field(definition.graphql, { nullable, description: about }),
    ...presence(nullable, needed),
    ...definition.judges,
    (target: object, name: string | symbol) => {
      const { list, nested, convert, enumeration, members } = definition;
      const row = { name: String(name), optional, needed, list, nested, convert, enumeration, members };
      rows.set(target, [...(rows.get(target) ?? []), row]);
    },
  );
}

const schemaOptions = (description?: string, example?: unknown, nullable?: boolean): ApiPropertyOptions => ({
  ...(description === undefined ? {} : { description }),
  ...(example === undefined ? {} : { example }),
  ...(nullable ? { nullable: true } : {}),
});

const withNeed = (description: string | undefined, { field, values }: Need): string =>
  `${description ?? ''} Needed where ${field} is ${values.join(' or ')}.`.trimStart();

function presence(nullable: boolean, needed: Need | undefined): PropertyDecorator[] {
  if (needed !== undefined) {
    return [
      ValidateIf((object: object, value: unknown) => isGiven(value) || isNeeded(needed, object)),
      IsDefined(),
    ];
  }
  return nullable ? [ValidateIf((_object: object, value: unknown) => isGiven(value))] : [IsDefined()];
}

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

export const isNeeded = ({ field, values }: Need, object: object): boolean =>
  values.includes(Reflect.get(object, field));

/** The fields of a class, those of its ancestors first, each in the order of its declaration. */
export function fieldRowsOf(model: ModelClass): readonly FieldRow[] {
  const chain: FieldRow[][] = [];
  for (let prototype: object | null = model.prototype; prototype !== null; ) {
    chain.unshift(rows.get(prototype) ?? []);
    prototype = Reflect.getPrototypeOf(prototype);
  }
  return chain.flat();
}

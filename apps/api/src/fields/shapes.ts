import { applyDecorators } from '@nestjs/common';
import { InputType, ObjectType } from '@nestjs/graphql';
import { ApiSchema } from '@nestjs/swagger';
import type { ModelClass } from './field.js';

/** The classes that come in, by the name of their GraphQL input type. */
const inputs = new Map<string, ModelClass>();

/** The class behind a GraphQL input type, or undefined where the type is not one of ours. */
export const inputNamed = (graphqlName: string): ModelClass | undefined => inputs.get(graphqlName);

/** A thing of both directions: `Workload` in answers, `WorkloadInput` in GraphQL's arguments. */
export const Shape = (name: string, description?: string): ClassDecorator =>
  applyDecorators(
    ApiSchema({ name, description }),
    ObjectType(name, { description }),
    input(name, description),
  );

/** What only comes in: the body of a request. */
export const Request = (name: string, description?: string): ClassDecorator =>
  applyDecorators(ApiSchema({ name: `${name}Request`, description }), input(name, description));

/** What only goes out. */
export const Answer = (name: string, description?: string): ClassDecorator =>
  applyDecorators(ApiSchema({ name, description }), ObjectType(name, { description }));

const input =
  (name: string, description: string | undefined): ClassDecorator =>
  (type) => {
    InputType(`${name}Input`, { description })(type);
    if (isModel(type)) inputs.set(`${name}Input`, type);
  };

const isModel = (type: unknown): type is ModelClass => typeof type === 'function';

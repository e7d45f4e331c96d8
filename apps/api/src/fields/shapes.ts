import { applyDecorators } from '@nestjs/common';
import { InputType, ObjectType } from '@nestjs/graphql';
import { ApiSchema } from '@nestjs/swagger';

/** A thing of both directions: `Workload` in answers, `WorkloadInput` in GraphQL's arguments. */
export const Shape = (name: string, description?: string): ClassDecorator =>
  applyDecorators(
    ApiSchema({ name, description }),
    ObjectType(name, { description }),
    InputType(`${name}Input`, { description }),
  );

/** What only comes in: the body of a request. */
export const Request = (name: string, description?: string): ClassDecorator =>
  applyDecorators(
    ApiSchema({ name: `${name}Request`, description }),
    InputType(`${name}Input`, { description }),
  );

/** What only goes out. */
export const Answer = (name: string, description?: string): ClassDecorator =>
  applyDecorators(ApiSchema({ name, description }), ObjectType(name, { description }));

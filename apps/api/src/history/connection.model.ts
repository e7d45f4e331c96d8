import type { Type } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { PageInfoModel } from './page-info.model.js';

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfoModel;
}

/** The Relay connection of a list, for GraphQL: `ProfileConnection` with `ProfileEdge`. */
export function connectionModel<T>(name: string, Node: Type<T>): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class EdgeModel {
    @Field({ description: 'What to send as `after` to go on behind this one.' })
    cursor: string;

    @Field(() => Node)
    node: T;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionModel implements Connection<T> {
    @Field(() => [EdgeModel])
    edges: EdgeModel[];

    @Field(() => PageInfoModel)
    pageInfo: PageInfoModel;
  }
  return ConnectionModel;
}

/** A page of a list, for REST: `ProfilePage`. */
export function pageModel<T>(
  name: string,
  Item: Type<T>,
  order = 'Newest first.',
): Type<{ items: T[]; pageInfo: PageInfoModel }> {
  @ApiSchema({ name: `${name}Page` })
  class PageModel {
    @ApiProperty({ type: () => [Item], description: order })
    items: T[];

    @ApiProperty({ type: () => PageInfoModel })
    pageInfo: PageInfoModel;
  }
  return PageModel;
}

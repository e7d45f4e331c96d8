import { ArgsType, Field, Int } from '@nestjs/graphql';
import { FIRST, type PageArguments } from './page-request.js';

/** `first` and `after` of every connection in GraphQL. */
@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many at most, ${FIRST.least} to ${FIRST.most}: ${FIRST.otherwise}, unless told.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

import { Answer, Bool, Str } from '../fields/index.js';

@Answer('PageInfo', 'Where a page of a list ended.')
export class PageInfoModel {
  @Str({ nullable: true, description: 'What to send as `after` for the next page; null for an empty page.' })
  endCursor: string | null;

  @Bool({ description: 'Whether older things follow.' })
  hasNextPage: boolean;
}

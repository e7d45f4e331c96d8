import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Connection } from '../history/connection.model.js';
import { connectionOf } from '../history/page.js';
import { PageArgs } from '../history/page-arguments.js';
import { FlinkOptionConnectionModel, type FlinkOptionModel, FlinkOptionOfKeyModel } from './option.model.js';
import { optionModel, optionOfKey, optionPage } from './options.js';

@Resolver()
export class OptionsResolver {
  @Query(() => FlinkOptionConnectionModel, {
    description: 'Every configuration option of a version of Flink, the newest unless told.',
  })
  flinkOptions(
    @Args() page: PageArgs,
    @Args('flinkVersion', { type: () => String, nullable: true }) flinkVersion: string | null,
    @Args('q', { type: () => String, nullable: true }) q: string | null,
  ): Connection<FlinkOptionModel> {
    return connectionOf(optionPage({ ...page, flinkVersion, q }), optionModel);
  }

  @Query(() => FlinkOptionOfKeyModel, { description: 'The option that a key sets.' })
  flinkOption(
    @Args('key', { type: () => String }) key: string,
    @Args('flinkVersion', { type: () => String, nullable: true }) flinkVersion: string | null,
  ): FlinkOptionOfKeyModel {
    return optionOfKey(key, { flinkVersion });
  }
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { checkpointTimeline } from '@plimsoll/checkpoint';
import { accept } from '../../fields/index.js';
import { TimelineModel, TimelineRequestModel } from './timeline.model.js';

@Resolver()
export class TimelineResolver {
  @Query(() => TimelineModel, { description: 'What Flink’s checkpoint coordinator does over time.' })
  checkpointTimeline(@Args('input', { type: () => TimelineRequestModel }) input: unknown): object {
    return accept(TimelineRequestModel, input, checkpointTimeline);
  }
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { tune } from './tune-memory.js';
import { MemoryTuningModel, TuneMemoryRequestModel } from './tuning.model.js';

@Resolver()
export class TuneMemoryResolver {
  @Query(() => MemoryTuningModel, { description: 'A configuration that fits what was observed.' })
  tuneMemory(@Args('input', { type: () => TuneMemoryRequestModel }) input: unknown): object {
    return tune(input);
  }
}

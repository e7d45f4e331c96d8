import { Args, Query, Resolver } from '@nestjs/graphql';
import { importJob } from '@plimsoll/planner';
import { accept } from '../../fields/index.js';
import { JobImportRequestModel } from './import-request.model.js';
import { JobImportModel } from './job-import.model.js';

@Resolver()
export class JobImportResolver {
  @Query(() => JobImportModel, { description: 'A running job as a workload.' })
  importJob(@Args('input', { type: () => JobImportRequestModel }) input: unknown): object {
    return accept(JobImportRequestModel, input, importJob);
  }
}

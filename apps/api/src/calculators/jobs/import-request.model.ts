import type { FlinkAnswer } from '@plimsoll/checkpoint';
import type { JobImportRequest } from '@plimsoll/planner';
import { Request, Str } from '../../fields/index.js';
import { JsonObject } from '../../history/json.js';

@Request('JobImport', 'A running job, as Flink’s REST API tells of it. The more answers, the fewer gaps.')
export class JobImportRequestModel implements JobImportRequest {
  @Str({ optional: true, max: 20, example: '1.20' })
  flinkVersion?: string;

  @JsonObject({
    optional: true,
    description: 'The answer of /jobs/:id/plan; may be left out where job has the plan within.',
  })
  plan?: FlinkAnswer;

  @JsonObject({
    optional: true,
    description:
      'The answer of /jobs/:id: names, max parallelism, and the records and bytes that each vertex has read and written.',
  })
  job?: FlinkAnswer;

  @JsonObject({
    optional: true,
    description:
      'The answer of /jobs/:id/checkpoints alone, or { checkpoints, details, config }: details by checkpoint id (…/details/:checkpoint), which tell the state of each vertex; config (…/config).',
  })
  checkpoints?: FlinkAnswer;

  @JsonObject({
    optional: true,
    description:
      'By vertex id the list of /jobs/:id/vertices/:vertex/subtasks/metrics?get=…: numRecordsInPerSecond, numRecordsOutPerSecond, numBytesInPerSecond, numBytesOutPerSecond, busyTimeMsPerSecond, backPressuredTimeMsPerSecond, idleTimeMsPerSecond; with the name of an operator and a point before it, what one operator of a chain counts.',
  })
  metrics?: FlinkAnswer;
}

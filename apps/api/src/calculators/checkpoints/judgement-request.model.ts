import type { FlinkAnswer, JudgeRequest } from '@plimsoll/checkpoint';
import { ConfigMap, Request, Str } from '../../fields/index.js';
import { JsonObject } from '../../history/json.js';

@Request('CheckpointJudgement', 'Measured checkpoints of one job, as Flink’s REST API gives them.')
export class JudgementRequestModel implements JudgeRequest {
  @Str({ max: 20, description: 'From 1.10; a patch number narrows nothing.', example: '1.20' })
  flinkVersion: string;

  @ConfigMap({ optional: true, example: { 'execution.checkpointing.interval': '1 min' } })
  config?: Record<string, string>;

  @JsonObject({
    description:
      'The answer of /jobs/:id/checkpoints alone, or { checkpoints, details, subtasks, job, vertices }: details by checkpoint id (…/details/:checkpoint), subtasks by checkpoint id and vertex id (…/subtasks/:vertex), job (/jobs/:id), vertices by vertex id (/jobs/:id/vertices/:vertex). The more, the firmer.',
  })
  statistics: FlinkAnswer;
}

import { CapacityPlanModel, FindingModel } from '../calculators/capacity/index.js';
import { Answer, Int, List, Nested, Request, Str } from '../fields/index.js';
import { connectionModel, pageModel } from '../history/connection.model.js';
import { Moment, StoredId } from '../history/fields.js';
import { Json } from '../history/json.js';
import { PlanInputsModel } from '../profiles/profile.model.js';

@Request('Plan')
export class PlanRequestModel {
  @Int({ optional: true, description: 'The newest, unless told.', example: 1 })
  profileVersion?: number;
}

@Answer('Plan', 'What follows from one version of a profile. Never changed.')
export class PlanModel {
  @StoredId()
  id: string;

  @StoredId()
  profileId: string;

  @Int()
  profileVersion: number;

  @Moment()
  createdAt: string;

  @Str({ description: 'The same engine makes the same plan of the same inputs, byte for byte.' })
  engineVersion: string;

  @Str({ description: 'SHA-256 over the canonical JSON (RFC 8785) of inputs, hexadecimal.' })
  inputsHash: string;

  @Nested(() => PlanInputsModel)
  inputs: PlanInputsModel;

  @Nested(() => CapacityPlanModel)
  capacity: CapacityPlanModel;

  @Json({ nullable: true, description: 'null where the profile says nothing of it.' })
  memory: unknown;

  @Json({
    nullable: true,
    description:
      'As tuneCheckpoints answers, with timeline, recovery, kafkaTransactions, storage and slowTrouble as their calculators answer; what each was asked stands beside it. null where the profile says nothing of it.',
  })
  checkpointing: unknown;

  @Json({
    nullable: true,
    description:
      'What the plan recommends to set: flinkVersion, config (complete) and changes, each with its reason. null where there is nothing to say.',
  })
  config: unknown;

  @List(() => FindingModel, { description: 'By severity, rule and path.' })
  findings: FindingModel[];
}

export const PlanConnectionModel = connectionModel('Plan', PlanModel);
export const PlanPageModel = pageModel('Plan', PlanModel);

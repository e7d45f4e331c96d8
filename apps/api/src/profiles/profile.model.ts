import { InputType, ObjectType } from '@nestjs/graphql';
import type { PlanInputs } from '@plimsoll/planner';
import { CheckpointingModel, ClusterModel, WorkloadModel } from '../calculators/capacity/index.js';
import { CheckpointFailuresModel } from '../calculators/checkpoints/tuning-request.model.js';
import { ObservedModel } from '../calculators/memory/observed.model.js';
import { Answer, ConfigMap, Int, Nested, Request, Str } from '../fields/index.js';
import { Moment, StoredId } from '../history/fields.js';
import { KafkaSinkModel } from './kafka-sink.model.js';
import { Labels } from './labels.js';
import { ObjectivesModel } from './objectives.model.js';
import { ObservedSeriesModel } from './observed-series.model.js';
import type { ProfileDocument } from './profile-document.js';

/** What a plan is made of, in both directions. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class PlannedContent implements PlanInputs {
  @Str({ description: 'Need not be unique.', example: 'clicks per user' })
  name: string;

  @Str({ optional: true, max: 20, example: '1.20' })
  flinkVersion?: string;

  @Nested(() => WorkloadModel)
  workload: WorkloadModel;

  @Nested(() => ClusterModel)
  cluster: ClusterModel;

  @Nested(() => CheckpointingModel, { optional: true })
  checkpointing?: CheckpointingModel;

  @Nested(() => ObjectivesModel, { optional: true })
  objectives?: ObjectivesModel;

  @Nested(() => CheckpointFailuresModel, {
    optional: true,
    description: 'What fails how often; a machine with its TaskManagers, unless told.',
  })
  failures?: CheckpointFailuresModel;

  @Nested(() => KafkaSinkModel, {
    optional: true,
    description: 'Where the sink writes with transactions: what they promise is in the plan.',
  })
  kafkaSink?: KafkaSinkModel;

  @ConfigMap({
    optional: true,
    description: 'Flink configuration. Values of secret keys are kept as ******.',
  })
  config?: Record<string, string>;

  @Nested(() => ObservedModel, {
    optional: true,
    description: 'What monitoring shows of a TaskManager that runs with this configuration.',
  })
  observed?: ObservedModel;

  @Nested(() => ObservedSeriesModel, { optional: true })
  observedSeries?: ObservedSeriesModel;
}

/** What a profile says, in both directions. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class ProfileContent extends PlannedContent implements ProfileDocument {
  @Labels({ optional: true, description: 'Words of one’s own; they change no figure.' })
  labels?: Record<string, string>;
}

@Answer('PlanInputs', 'What the planner was given, in base units.')
export class PlanInputsModel extends PlannedContent {}

@Request('Profile', 'A streaming job, the cluster that it shall run on, and what is expected of it.')
export class ProfileRequestModel extends ProfileContent {}

@Answer('Profile', 'A profile in one of its versions. A version never changes; each change makes a new one.')
export class ProfileModel extends ProfileContent {
  @StoredId()
  id: string;

  @Int({ description: 'Counts from 1.', example: 1 })
  version: number;

  @Moment({ description: 'When the profile was made.' })
  createdAt: string;

  @Moment({ description: 'When this version was made.' })
  updatedAt: string;
}

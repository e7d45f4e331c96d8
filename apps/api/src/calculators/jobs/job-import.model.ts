import type { ImportRemark, JobImport, MissingField } from '@plimsoll/planner';
import { Answer, Bool, List, Nested, OneOf, Text } from '../../fields/index.js';
import { WorkloadModel } from '../capacity/workload.model.js';
import { MeasuredCheckpointsModel } from '../lint/job.model.js';
import { ImportObservationsModel } from './observation.model.js';
import { REMARK_CODE } from './words.js';

@Answer('MissingField', 'A field of the workload that no answer tells.')
export class MissingFieldModel implements MissingField {
  @Text({ description: 'A pointer to it, from /workload on.' })
  path: string;

  @Bool({ description: 'Whether a capacity plan is refused without it.' })
  needed: boolean;

  @Text()
  why: string;
}

@Answer('ImportRemark', 'What was decided where the answers leave a choice.')
export class ImportRemarkModel implements ImportRemark {
  @OneOf(REMARK_CODE)
  code: ImportRemark['code'];

  @Text({ description: 'A pointer into the request, or from /workload on into the answer.' })
  path: string;

  @Text()
  message: string;
}

@Answer('JobImport', 'A running job as a workload, and what was measured of it.')
export class JobImportModel implements JobImport {
  @Text({ nullable: true })
  jobName: string | null;

  @Nested(() => WorkloadModel, {
    description:
      'As a capacity plan, a profile or a lint takes it, once what is missing and needed is filled in.',
  })
  workload: WorkloadModel;

  @Nested(() => MeasuredCheckpointsModel, { nullable: true, description: 'As a lint takes it.' })
  checkpointing: MeasuredCheckpointsModel | null;

  @Nested(() => ImportObservationsModel)
  observations: ImportObservationsModel;

  @List(() => MissingFieldModel, { description: 'Those that are needed first.' })
  missing: MissingFieldModel[];

  @List(() => ImportRemarkModel)
  remarks: ImportRemarkModel[];
}

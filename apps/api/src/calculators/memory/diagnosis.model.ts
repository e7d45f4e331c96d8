import type { AlsoFound, Diagnosis, DiagnosisEvidence, Measurement, NotThis } from '@plimsoll/memory';
import { Answer, Int, List, Nested, OneOf, Text } from '../../fields/index.js';
import { StepInputModel, StepModel } from '../capacity/trace.model.js';
import { ConfidenceModel } from './confidence.model.js';
import { RemedyModel } from './remedy.model.js';
import { FLINK_COMPONENT, MEMORY_POOL } from './words.js';

@Answer('DiagnosisEvidence', 'What in the symptom, the configuration or the observations says so.')
export class DiagnosisEvidenceModel implements DiagnosisEvidence {
  @Text()
  statement: string;

  @Text({ nullable: true, description: 'As it stands in the text; null where it is not from the text.' })
  quote: string | null;

  @Int({ nullable: true, description: 'Of the quote in the text, from 1.' })
  line: number | null;

  @List(() => StepInputModel, { description: 'The sizes and counts that it rests on.' })
  operands: StepInputModel[];
}

@Answer('NotThis', 'What looks like a remedy and is none.')
export class NotThisModel implements NotThis {
  @Text()
  action: string;

  @Text()
  reason: string;
}

@Answer('Measurement')
export class MeasurementModel implements Measurement {
  @Text()
  what: string;

  @Text({ description: 'Command, metric or option that shows it.' })
  how: string;

  @Text({ description: 'What it tells apart.' })
  tells: string;
}

@Answer('AlsoFound', 'Something else that the same text says.')
export class AlsoFoundModel implements AlsoFound {
  @Text()
  cause: string;

  @OneOf(MEMORY_POOL)
  pool: AlsoFound['pool'];

  @Text()
  quote: string;

  @Int()
  line: number;
}

@Answer('Diagnosis', 'Which memory ran out, on what evidence, and what to do.')
export class DiagnosisModel implements Diagnosis {
  @OneOf(FLINK_COMPONENT)
  component: Diagnosis['component'];

  @OneOf(MEMORY_POOL)
  pool: Diagnosis['pool'];

  @Text({
    description: 'Stable, in kebab-case; no-match where nothing is known of the symptom.',
    example: 'java-heap-space',
  })
  cause: string;

  @Text()
  explanation: string;

  @Nested(() => ConfidenceModel)
  confidence: ConfidenceModel;

  @List(() => DiagnosisEvidenceModel)
  evidence: DiagnosisEvidenceModel[];

  @Nested(() => RemedyModel, { nullable: true, description: 'null: noRemedyReason says why there is none.' })
  remedy: RemedyModel | null;

  @Text({ nullable: true })
  noRemedyReason: string | null;

  @List(() => NotThisModel)
  notThis: NotThisModel[];

  @List(() => MeasurementModel)
  measureNext: MeasurementModel[];

  @List(() => AlsoFoundModel)
  alsoFound: AlsoFoundModel[];

  @List(() => StepModel, { description: 'Every derived figure, each after those that it is made of.' })
  steps: StepModel[];
}

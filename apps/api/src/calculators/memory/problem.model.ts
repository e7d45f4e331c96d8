import type { FlinkRefusal } from '@plimsoll/memory';
import { Answer, Int, List, Nested, OneOf, Text, Texts } from '../../fields/index.js';
import { Json } from '../../history/json.js';
import type { FieldError, Problem } from '../../problem/problem.js';
import type { ProblemCode } from '../../problem/problems.js';
import { ConfigPatchModel } from '../capacity/trace.model.js';
import { PROBLEM_CODE } from './words.js';

/** The members of a problem that have a name in its type; single codes add theirs. */
type Named<T> = { [Name in keyof T as string extends Name ? never : Name]: T[Name] };

@Answer('FieldError')
export class FieldErrorModel implements FieldError {
  @Text({ description: 'A JSON pointer into the body; empty for the whole.' })
  pointer: string;

  @Text({ description: 'What is wrong, and what would do.' })
  message: string;

  @Json({ optional: true, description: 'What came; `******` where it may be a secret.' })
  received?: unknown;
}

@Answer('FlinkCause', 'The exception at the end of Flink’s chain of causes.')
export class FlinkCauseModel implements FlinkCause {
  @Text({ description: 'Simple name of its class.' })
  exception: string;

  @Text({ nullable: true })
  message: string | null;
}
type FlinkCause = NonNullable<FlinkRefusal['flinkCause']>;

@Answer('Problem', 'RFC 9457 problem details: why one request of a batch has no value.')
export class ProblemModel implements Named<Problem> {
  @Text({ description: 'The same as the code, as a URN.' })
  type: string;

  @Text()
  title: string;

  @Int()
  status: number;

  @Text()
  detail: string;

  @OneOf(PROBLEM_CODE)
  code: ProblemCode;

  @List(() => FieldErrorModel, { optional: true })
  errors?: FieldErrorModel[];

  @Text({ optional: true, description: 'Simple name of the exception that Flink throws at start-up.' })
  flinkException?: string;

  @Text({ optional: true, description: 'What it says; null where it says nothing.' })
  flinkMessage?: string | null;

  @Nested(() => FlinkCauseModel, { optional: true, description: 'Absent where there is no other exception.' })
  flinkCause?: FlinkCauseModel;

  @Texts({ optional: true, description: 'The options that are at odds.' })
  keys?: string[];

  @Nested(() => ConfigPatchModel, {
    optional: true,
    description: 'The nearest configuration that Flink accepts, as a change; null where none was found.',
  })
  nearest?: ConfigPatchModel | null;
}

import type { ChangeKind, Finding, FlowChange, InputChange, ResultChange } from '@plimsoll/planner';
import { FindingModel } from '../calculators/capacity/index.js';
import { RESOURCE } from '../calculators/capacity/words.js';
import { Answer, enumeration, Int, List, Nested, Num, OneOf, Quantity, Str } from '../fields/index.js';
import { StoredId } from '../history/fields.js';
import { Json } from '../history/json.js';

/** Names of operators and configuration keys stand in paths and ids, escaped. */
const LONG = 2000;

const CHANGE = enumeration('Change', ['added', 'removed', 'changed']);

@Answer('ComparedPlan', 'Which plan was compared.')
export class ComparedPlanModel {
  @StoredId()
  planId: string;

  @StoredId()
  profileId: string;

  @Int()
  profileVersion: number;

  @Str()
  engineVersion: string;
}

@Answer('InputChange')
export class InputChangeModel implements InputChange {
  @Str({
    max: LONG,
    description: 'A JSON pointer into the head’s inputs; of what was removed, into the base’s.',
  })
  path: string;

  @OneOf(CHANGE)
  change: ChangeKind;

  @Json({ nullable: true })
  base: unknown;

  @Json({ nullable: true })
  head: unknown;
}

@Answer('ResultChange', 'A headline figure that the plans do not agree on.')
export class ResultChangeModel implements Wire<ResultChange> {
  @Str({
    description:
      'Where it stands in capacity; a figure of memory, where it stands in the plan: memory.taskManager.components.networkBytes.',
    example: 'perMachine.networkIn.utilization',
  })
  key: string;

  @Str()
  unit: ResultChange['unit'];

  @Quantity({ nullable: true })
  base: number | string | null;

  @Quantity({ nullable: true })
  head: number | string | null;

  @Quantity({ nullable: true, description: 'head − base.' })
  absolute: number | string | null;

  @Num({ nullable: true, description: '(head − base) ÷ |base|; null from 0.' })
  relative: number | null;
}

@Answer('FlowChange', 'A line of a ledger that the plans do not agree on.')
export class FlowChangeModel implements Wire<FlowChange> {
  @OneOf(RESOURCE)
  resource: FlowChange['resource'];

  @Str({ max: LONG })
  id: string;

  @OneOf(CHANGE)
  change: ChangeKind;

  @Quantity({ nullable: true })
  base: number | string | null;

  @Quantity({ nullable: true })
  head: number | string | null;
}

@Answer('FindingChanges')
export class FindingChangesModel {
  @List(() => FindingModel)
  new: readonly Finding[];

  @List(() => FindingModel)
  resolved: readonly Finding[];
}

@Answer('Comparison', 'How the head differs from the base.')
export class ComparisonModel {
  @Nested(() => ComparedPlanModel)
  base: ComparedPlanModel;

  @Nested(() => ComparedPlanModel)
  head: ComparedPlanModel;

  @List(() => InputChangeModel)
  inputs: readonly InputChangeModel[];

  @List(() => ResultChangeModel)
  results: ResultChangeModel[];

  @List(() => FlowChangeModel)
  flows: FlowChangeModel[];

  @Nested(() => FindingChangesModel)
  findings: FindingChangesModel;

  @Json({
    nullable: true,
    description:
      'How much of each figure’s change each change of the inputs accounts for; null: not known yet.',
  })
  attribution: unknown;
}

/** A row as it travels: sizes above 2^53 − 1 are digits. */
type Wire<T> = { readonly [K in keyof T]: number extends T[K] ? T[K] | string : T[K] };

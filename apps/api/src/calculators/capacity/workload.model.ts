import { type Edge, LIMITS, type Workload } from '@plimsoll/planner';
import { List, Num, OneOf, Shape, Str } from '../../fields/index.js';
import { OperatorModel } from './operator.model.js';
import { SHIP_STRATEGY } from './words.js';

@Shape('Edge', 'A stream from one operator to another.')
export class EdgeModel implements Edge {
  @Str({ example: 'events' })
  from: string;

  @Str({ example: 'perUser' })
  to: string;

  @OneOf(SHIP_STRATEGY, { example: 'HASH' })
  shipStrategy: Edge['shipStrategy'];

  @Num({ optional: true, description: 'Share of what the operator emits: 1, unless told.' })
  share?: number;
}

@Shape('Workload', 'A streaming job: its operators and what flows between them, without a cycle.')
export class WorkloadModel implements Workload {
  @List(() => OperatorModel, { max: LIMITS.operators })
  operators: OperatorModel[];

  @List(() => EdgeModel, { max: LIMITS.edges })
  edges: EdgeModel[];
}

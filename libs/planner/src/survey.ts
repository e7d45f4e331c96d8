import type { Figure } from '@plimsoll/trace';
import type { CheckpointFigures } from './checkpoint-duration.js';
import type { OperatorFlow } from './dataflow.js';
import type { Graph } from './graph.js';
import type { MachineLedgers } from './ledger.js';
import type { Placement } from './placement.js';
import type { OperatorLoad } from './result.js';
import type { Scope } from './scope.js';
import type { Sea, Smallest } from './search.js';
import type { OperatorState } from './state.js';

/** Everything that findings are judged from: the plan's figures before they are written down. */
export interface Survey {
  readonly scope: Scope;
  readonly graph: Graph;
  readonly flows: readonly OperatorFlow[];
  readonly states: readonly OperatorState[];
  /** Of the machine that holds the most state. */
  readonly stateLedgers: MachineLedgers;
  readonly placement: Placement;
  readonly machines: Figure<'count'>;
  readonly ledgers: MachineLedgers;
  readonly checkpoint: CheckpointFigures | null;
  readonly operators: readonly OperatorLoad[];
  readonly sea: Sea;
  readonly smallest: Smallest;
}

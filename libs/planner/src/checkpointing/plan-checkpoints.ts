import {
  type CheckpointFailures,
  type CheckpointObjectives,
  type CheckpointTuning,
  tuneCheckpoints,
} from '@plimsoll/checkpoint';
import type { Outcome } from '@plimsoll/units';
import { survey } from '../capacity.js';
import type { Checkpointing, Cluster, Workload } from '../request.js';
import { checkpointFacts } from './checkpoint-facts.js';

/** A job and its cluster, and what its checkpoints have to achieve. */
export interface CheckpointTuningInputs {
  /** Decides keys and defaults. */
  readonly flinkVersion?: string;
  readonly workload: Workload;
  readonly cluster: Cluster;
  /** As it is set now. */
  readonly checkpointing?: Checkpointing;
  readonly objectives?: CheckpointObjectives;
  readonly failures?: CheckpointFailures;
}

/**
 * How often a job may checkpoint, and with which settings, from the capacity plan of its cluster.
 * @returns the tuning, or every reason (422) why there is none; that no interval is feasible is a tuning
 */
export function planCheckpoints(inputs: CheckpointTuningInputs): Outcome<CheckpointTuning> {
  const { flinkVersion, workload, cluster, checkpointing, objectives, failures } = inputs;
  const figures = survey({ model: 'full', workload, cluster, checkpointing });
  if (figures.kind === 'rejected') return figures;
  return tuneCheckpoints({
    flinkVersion,
    facts: checkpointFacts(figures.value),
    checkpointing,
    objectives,
    failures,
  });
}

import {
  type CheckpointFacts,
  type CheckpointObjectives,
  type Recovery,
  type RecoveryFinding,
  type RecoveryRequest,
  type RecoveryScenario,
  recovery,
} from '@plimsoll/checkpoint';
import { askedAt } from '../asked-at.js';
import type { Placed } from './placed.js';
import type { SettingsInForce } from './settings-in-force.js';

/** The recovery of a plan's job, with what was asked for: pointers in its steps lead there. */
export interface PlannedRecovery extends Omit<Recovery, 'findings'> {
  /** Whose checkpoints it goes back to. */
  readonly of: SettingsInForce['of'];
  readonly asked: RecoveryRequest;
}

export interface RecoveryInputs {
  readonly flinkVersion?: string;
  readonly objectives?: CheckpointObjectives;
  readonly scenario: RecoveryScenario;
}

const PLACE = '/checkpointing/recovery/asked';

/** What a failure costs the job of a plan; null where it has figures that no recovery has. */
export function plannedRecovery(
  inputs: RecoveryInputs,
  facts: CheckpointFacts,
  settings: SettingsInForce,
): Placed<PlannedRecovery> | null {
  const asked = recoveryAsked(inputs, facts, settings);
  const answer = recovery(asked);
  if (answer.kind === 'rejected') return null;
  const { findings, steps, ...rest } = answer.value;
  return {
    section: { of: settings.of, asked, ...rest, steps: steps.map(askedAt(PLACE)) },
    findings: findings.map(placed),
  };
}

function recoveryAsked(
  { flinkVersion, objectives = {}, scenario }: RecoveryInputs,
  facts: CheckpointFacts,
  settings: SettingsInForce,
): RecoveryRequest {
  const { intervalMs, minPauseMs, durationMs, fullBytes } = settings;
  const machines = facts.machines.value;
  const left = (machines - (objectives.surviveMachines ?? 0)) / machines;
  return {
    ...(flinkVersion !== undefined && { flinkVersion }),
    recordsPerSecond: facts.recordsPerSecond.value,
    capacityRecordsPerSecond: facts.capacityRecordsPerSecond.value * left,
    ...(objectives.maxRecoveryMs !== undefined && { targetMs: objectives.maxRecoveryMs }),
    scenario: {
      localRecovery: settings.localRecovery,
      ...scenario,
      checkpoint: { interval: intervalMs, minPause: minPauseMs, duration: durationMs },
    },
    ...(fullBytes < 1
      ? { downtime: { restoreMs: 0 } }
      : { state: { totalBytes: fullBytes, imbalance: facts.fullestMachineShare.value * machines } }),
    cluster: {
      machines,
      taskManagersPerMachine: facts.taskManagersPerMachine.value,
      slotsPerTaskManager: facts.slotsPerTaskManager.value,
      networkIn: facts.networkIn.capacity.value,
      ...(facts.diskWrite !== undefined && { diskWriteBandwidth: facts.diskWrite.capacity.value }),
    },
  };
}

/** A finding of a recovery where its subject stands in a profile. */
function placed(finding: RecoveryFinding): RecoveryFinding {
  const evidence = finding.evidence.map((row) =>
    row.from.startsWith('/') ? { ...row, from: `${PLACE}${row.from}` } : row,
  );
  return { ...finding, path: placeOf(finding.path), evidence };
}

function placeOf(path: string): string {
  if (path.startsWith('/scenario/checkpoint')) return '/checkpointing';
  if (path.startsWith('/scenario')) return `/failures${path}`;
  if (path === '/targetMs') return '/objectives/maxRecoveryMs';
  return path.startsWith('/cluster') || path === '/capacityRecordsPerSecond' ? '/cluster' : path;
}

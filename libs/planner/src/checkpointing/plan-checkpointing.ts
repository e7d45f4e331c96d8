import {
  type CheckpointFailures,
  type CheckpointObjectives,
  type CheckpointTuning,
  tuneCheckpoints,
} from '@plimsoll/checkpoint';
import { isFrom, parseFlinkVersion, type Rejection } from '@plimsoll/units';
import type { SurveyWithState } from '../capacity.js';
import type { FlinkConfig } from '../config-values.js';
import { NEWEST, type PlanMemory } from '../plan-memory.js';
import type { Checkpointing } from '../request.js';
import type { CapacityPlan, Finding } from '../result.js';
import { checkpointFacts } from './checkpoint-facts.js';
import { failureScenario } from './failure-scenario.js';
import { asConfigured } from './placed.js';
import { type KafkaSinkSettings, type PlannedKafkaTransactions, plannedKafka } from './planned-kafka.js';
import { type PlannedRecovery, plannedRecovery } from './planned-recovery.js';
import { type PlannedStorage, plannedStorage } from './planned-storage.js';
import { type PlannedTimeline, plannedTimeline } from './planned-timeline.js';
import { settingsInForce } from './settings-in-force.js';
import { type ObservedSeries, type PlannedSlowTrouble, plannedSlowTrouble } from './slow-trouble.js';

/**
 * How the job of a plan may checkpoint, beside how it does, and what follows from that. Findings stand among those of the plan.
 * Steps of the capacity plan are not listed again: a figure from there goes by the key of its step there.
 */
export interface PlanCheckpointing extends Omit<CheckpointTuning, 'findings'> {
  /** Null where checkpoints never end. */
  readonly timeline: PlannedTimeline | null;
  readonly recovery: PlannedRecovery | null;
  /** Null where the profile says nothing of its sink's transactions. */
  readonly kafkaTransactions: PlannedKafkaTransactions | null;
  readonly storage: PlannedStorage | null;
  readonly slowTrouble: PlannedSlowTrouble;
}

/** What a profile comes to: checkpointing, or nothing that it says of it, or values that cannot be. */
export type CheckpointingOutcome =
  | {
      readonly kind: 'planned';
      readonly checkpointing: PlanCheckpointing;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'silent'; readonly findings: readonly Finding[] }
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[] };

export interface CheckpointingInputs {
  readonly flinkVersion?: string;
  readonly objectives?: CheckpointObjectives;
  readonly failures?: CheckpointFailures;
  readonly kafkaSink?: KafkaSinkSettings;
  readonly observedSeries?: ObservedSeries;
  readonly config?: FlinkConfig;
}

/** What is known of the job when its checkpoints are planned. */
export interface PlannedJob {
  readonly checkpointing: Checkpointing | undefined;
  readonly plan: CapacityPlan;
  readonly survey: SurveyWithState;
  readonly memory: PlanMemory | null;
}

/** `taskmanager.memory.jvm-metaspace.size` where nothing sets it. */
const DEFAULT_METASPACE_BYTES = 268_435_456;

/** Before 1.10 checkpoints are set in the job's code. */
const hasOptions = (flinkVersion: string | undefined): boolean => {
  if (flinkVersion === undefined) return true;
  const version = parseFlinkVersion(flinkVersion);
  return version !== undefined && isFrom(version, 1, 10);
};

const saysNothing = (
  { objectives, failures, kafkaSink, observedSeries }: CheckpointingInputs,
  checkpointing: Checkpointing | undefined,
): boolean =>
  [checkpointing, objectives, failures, kafkaSink, observedSeries].every((part) => part === undefined);

/** Checkpointing of a plan, where its profile says how the job checkpoints or what its checkpoints have to achieve. */
export function checkpointingOf(inputs: CheckpointingInputs, job: PlannedJob): CheckpointingOutcome {
  const { flinkVersion, objectives, failures, config = {} } = inputs;
  const { checkpointing, plan, survey } = job;
  if (!hasOptions(flinkVersion) || saysNothing(inputs, checkpointing))
    return { kind: 'silent', findings: [] };
  const { scenario, origins } = failureScenario(failures?.scenario, config);
  const facts = checkpointFacts(survey);
  const tuning = tuneCheckpoints({
    flinkVersion,
    facts,
    checkpointing,
    objectives,
    failures: { ...failures, scenario },
  });
  if (tuning.kind === 'rejected') return notPlanned(tuning.rejections, origins);
  const { findings, steps, ...rest } = tuning.value;
  const known = new Set(plan.steps.map(({ key }) => key));
  const settings = settingsInForce(tuning.value, checkpointing, config);
  const recovered = settings && plannedRecovery({ flinkVersion, objectives, scenario }, facts, settings);
  const kafka =
    settings && inputs.kafkaSink !== undefined
      ? plannedKafka(
          inputs.kafkaSink,
          survey.scope.request.workload,
          plan,
          settings,
          recovered?.section ?? null,
        )
      : null;
  const { cluster } = survey.scope.request;
  const storage = plannedStorage({ flinkVersion, cluster, config }, facts, plan, job.memory);
  const limit = job.memory?.taskManager?.components.jvmMetaspaceBytes ?? DEFAULT_METASPACE_BYTES;
  const slowTrouble = plannedSlowTrouble(survey, inputs.observedSeries ?? {}, Number(limit));
  if (kafka?.kind === 'rejected') return kafka;
  if (slowTrouble.kind === 'rejected') return slowTrouble;
  return {
    kind: 'planned',
    checkpointing: {
      ...rest,
      steps: steps.filter(({ key }) => !known.has(key)).map(asConfigured(origins)),
      timeline: settings && plannedTimeline(flinkVersion ?? NEWEST, settings),
      recovery: recovered?.section ?? null,
      kafkaTransactions: kafka?.value.section ?? null,
      storage: storage?.section ?? null,
      slowTrouble: slowTrouble.value.section,
    },
    findings: [
      ...findings,
      ...[recovered, kafka?.value, storage, slowTrouble.value].flatMap((part) => part?.findings ?? []),
    ],
  };
}

/** What only the planning of checkpoints reads; the rest is planned as far as the capacity goes. */
const OWN = /^\/failures\//;

/** A job that the capacity plan can plan and the tuning cannot: settings that Flink refuses, or figures beyond any checkpoint. */
function notPlanned(
  rejections: readonly Rejection[],
  origins: Readonly<Record<string, string>>,
): CheckpointingOutcome {
  const own = rejections.filter(({ pointer }) => OWN.test(pointer) && !Object.hasOwn(origins, pointer));
  if (own.length > 0) return { kind: 'rejected', rejections: own };
  return { kind: 'silent', findings: rejections.slice(0, 1).map(whyNot) };
}

function whyNot({ pointer, message }: Rejection): Finding {
  const follows = pointer.startsWith('/facts/');
  const what = follows ? `${pointer.slice('/facts/'.length)}, which follows from the job,` : pointer;
  return {
    ruleId: 'checkpointing-not-planned',
    severity: follows ? 'info' : 'warning',
    title: 'Checkpoints cannot be planned for this job',
    message: `${what} ${message}.`,
    path: follows ? '/workload' : pointer,
    evidence: [],
    reference: 'F5.4',
  };
}

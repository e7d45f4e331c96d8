import { ENGINE_VERSION, type Finding, type PlanContent, type PlanInputs } from '@plimsoll/planner';
import { capacityJson } from '../calculators/capacity/index.js';
import { exactSize, withoutBigint } from '../fields/scalars.js';
import { inputsHash } from './inputs-hash.js';

/** Which plan it is, of which version of which profile. */
export interface PlanIdentity {
  readonly id: string;
  readonly profileId: string;
  readonly profileVersion: number;
  readonly createdAt: Date;
}

/** A plan, for those who calculate with it. */
export interface PlanDocument extends Omit<PlanIdentity, 'createdAt'>, PlanContent {
  /** ISO 8601, UTC, milliseconds. */
  readonly createdAt: string;
  readonly engineVersion: string;
  readonly inputsHash: string;
  readonly inputs: PlanInputs;
}

/**
 * The whole plan as JSON, as it travels: sizes above 2^53 − 1 are digits. All but `id` and `createdAt` is byte for byte the
 * same whenever the same engine makes it from the same version of a profile.
 */
export function planText(identity: PlanIdentity, inputs: PlanInputs, content: PlanContent): string {
  const { id, profileId, profileVersion, createdAt } = identity;
  const { capacity, memory, checkpointing, config, findings } = content;
  const head = JSON.stringify({
    id,
    profileId,
    profileVersion,
    createdAt: createdAt.toISOString(),
    engineVersion: ENGINE_VERSION,
    inputsHash: inputsHash(inputs),
    inputs,
  });
  const rest = { memory, checkpointing, config, findings: findings.map(exactEvidence) };
  const tail = JSON.stringify(rest, (_name, value) => withoutBigint(value));
  return `${head.slice(0, -1)},"capacity":${capacityJson(capacity)},${tail.slice(1)}`;
}

const exactEvidence = (finding: Finding): object => ({
  ...finding,
  evidence: finding.evidence.map((row) =>
    row.unit === 'bytes' ? { ...row, value: exactSize(row.value) } : row,
  ),
});
